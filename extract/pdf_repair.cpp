#include "extract/pdf_repair.h"

// qpdf 11 asks which of its two pointer types the caller means: the standard ones.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFWriter.hh>

namespace crossfoot {

Result<DocumentBytes> rewrite_pdf(const DocumentBytes& input, const std::string& password) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile(input.name.c_str(), input.bytes->data(), input.bytes->size(),
                          password.c_str());
    QPDFWriter writer(pdf);
    writer.setDeterministicID(true);  // else from the time
    writer.setOutputMemory();
    writer.setPreserveEncryption(false);
    // PoDoFo is at its best with plain objects.
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return DocumentBytes{input.name, std::make_shared<std::string>(
                                         reinterpret_cast<const char*>(buffer->getBuffer()),
                                         buffer->getSize())};
  } catch (const QPDFExc& exception) {
    if (exception.getErrorCode() == qpdf_e_password) {
      return Error{ErrorCode::encrypted, input.name, std::nullopt,
                   password.empty() ? "is encrypted" : "is encrypted with another password",
                   password.empty() ? "give its password with --password"
                                    : "check the password given with --password"};
    }
    return Error{ErrorCode::unreadable, input.name, std::nullopt,
                 "is damaged: " + exception.getMessageDetail(), "get the file again"};
  } catch (const std::exception& exception) {
    return Error{ErrorCode::unreadable, input.name, std::nullopt,
                 std::string("is damaged: ") + exception.what(), "get the file again"};
  }
}

}  // namespace crossfoot
