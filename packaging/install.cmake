include(GNUInstallDirs)
install(TARGETS meshscope RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES packaging/org.meshscope.Meshscope.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/org.meshscope.Meshscope.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES packaging/org.meshscope.Meshscope.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_PACKAGE_NAME meshscope)
set(CPACK_PACKAGE_CONTACT "The Meshscope developers <developers@meshscope.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desktop explorer for data meshes")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded at run time, so the linker does not know of them.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6, fonts-dejavu-core | fonts-freefont-ttf")
# Qt's own words, such as the buttons of dialogs, in the language of the window
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n")
include(CPack)
