#include "extract/workers/messages.h"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace crossfoot {
namespace {

constexpr std::size_t kHeader = 1 + sizeof(std::uint64_t);

// Tables, text and pictures of one page are some MB at most. What a worker that was taken over by
// its document may make the program hold is bounded by this.
constexpr std::uint64_t kMostAnswer = std::uint64_t{1} << 28;

std::uint64_t length_in(const char* header) {
  std::uint64_t length = 0;
  std::memcpy(&length, header + 1, sizeof length);
  return length;
}

bool send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool receive_all(int socket, char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t got = ::recv(socket, bytes, size, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace

bool send_message(int socket, MessageKind kind, std::string_view bytes) {
  const std::uint64_t length = bytes.size();
  std::string header(1, static_cast<char>(kind));
  header.append(reinterpret_cast<const char*>(&length), sizeof length);
  return send_all(socket, header) && send_all(socket, bytes);
}

std::optional<Message> receive_message(int socket) {
  std::array<char, kHeader> header{};
  if (!receive_all(socket, header.data(), header.size())) return std::nullopt;
  Message message{static_cast<MessageKind>(header[0]), {}};
  message.bytes.resize(length_in(header.data()));
  if (!receive_all(socket, message.bytes.data(), message.bytes.size())) return std::nullopt;
  return message;
}

MessageAssembly::State MessageAssembly::take_from(int socket) {
  std::array<char, 1 << 16> block;
  while (true) {
    const ssize_t got = ::recv(socket, block.data(), block.size(), MSG_DONTWAIT);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return State::incomplete;
    if (got <= 0) return State::broken;
    received_.append(block.data(), static_cast<std::size_t>(got));
    if (received_.size() < kHeader) continue;
    const std::uint64_t length = length_in(received_.data());
    if (length > kMostAnswer || received_.size() - kHeader > length) return State::broken;
    if (received_.size() - kHeader == length) return State::complete;
  }
}

Message MessageAssembly::take() {
  Message message{static_cast<MessageKind>(received_[0]), received_.substr(kHeader)};
  received_.clear();
  return message;
}

}  // namespace crossfoot
