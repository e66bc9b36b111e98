# What `cmake --install` puts where: the command with its man pages and completion, and the library
# for find_package(crossfoot) and pkg-config.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(CROSSFOOT_INCLUDEDIR ${CMAKE_INSTALL_INCLUDEDIR}/crossfoot)
foreach(folder reconcile tools/compare extract ocr)
  cmake_path(GET folder FILENAME part)
  cmake_path(GET folder PARENT_PATH parent)
  set_target_properties(crossfoot_${part} PROPERTIES EXPORT_NAME ${part})
  install(TARGETS crossfoot_${part} EXPORT crossfoot
          ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
  # Headers that show a library's types are nobody else's business.
  install(DIRECTORY ${folder} DESTINATION ${CROSSFOOT_INCLUDEDIR}/${parent} COMPONENT development
          FILES_MATCHING PATTERN "*.h"
          PATTERN "pdf_*.h" EXCLUDE PATTERN "cv_view.h" EXCLUDE PATTERN "leptonica_pix.h" EXCLUDE)
endforeach()
install(EXPORT crossfoot NAMESPACE crossfoot:: FILE crossfootTargets.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/crossfoot COMPONENT development)
configure_package_config_file(cmake/crossfootConfig.cmake.in crossfootConfig.cmake
                              INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/crossfoot)
write_basic_package_version_file(crossfootConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/crossfootConfig.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/crossfootConfigVersion.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/crossfoot COMPONENT development)
configure_file(cmake/crossfoot.pc.in crossfoot.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/crossfoot.pc
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

install(TARGETS crossfoot RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT command)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT command)
install(DIRECTORY ${CROSSFOOT_REFERENCE_DIR}/man1 DESTINATION ${CMAKE_INSTALL_MANDIR}
        COMPONENT command)
install(FILES ${CROSSFOOT_REFERENCE_DIR}/crossfoot
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT command)
