# SPDX-License-Identifier: MIT
# What lies beside the program when it is installed, and what does the Debian package say about itself?

# --- Manual pages and the change log, compressed the way Debian asks: best, and without a date -----
set(compressed_dir ${CMAKE_CURRENT_BINARY_DIR}/compressed)
set(compressed_files "")
find_program(GZIP gzip REQUIRED)
# onduty_install_compressed(FILE NAME FOLDER): FOLDER gets the file as NAME.gz.
function(onduty_install_compressed file name folder)
    set(output ${compressed_dir}/${name}.gz)
    add_custom_command(OUTPUT ${output} DEPENDS ${file} VERBATIM
        COMMAND ${CMAKE_COMMAND} -E make_directory ${compressed_dir}
        COMMAND ${CMAKE_COMMAND} -E copy ${file} ${compressed_dir}/${name}
        COMMAND ${GZIP} -9nf ${compressed_dir}/${name})
    install(FILES ${output} DESTINATION ${folder})
    set(compressed_files ${compressed_files} ${output} PARENT_SCOPE)
endfunction()

file(GLOB pages CONFIGURE_DEPENDS man/*.[15])
foreach(page IN LISTS pages)
    cmake_path(GET page FILENAME name)
    cmake_path(GET page EXTENSION LAST_ONLY section)
    string(REPLACE "." "man" section ${section})
    onduty_install_compressed(${page} ${name} ${CMAKE_INSTALL_MANDIR}/${section})
endforeach()
onduty_install_compressed(${CMAKE_CURRENT_SOURCE_DIR}/CHANGELOG.md changelog ${CMAKE_INSTALL_DOCDIR})

# --- Papers ------------------------------------------------------------------------------------------
set(papers_dir ${CMAKE_CURRENT_BINARY_DIR}/papers)
string(TIMESTAMP today "%a, %d %b %Y %H:%M:%S +0000" UTC)   # SOURCE_DATE_EPOCH, when it is set
file(CONFIGURE OUTPUT ${papers_dir}/changelog.Debian @ONLY CONTENT
"onduty (@PROJECT_VERSION@-1) unstable; urgency=medium

  * Version @PROJECT_VERSION@; what is new stands in changelog.gz.

 -- The onduty authors <onduty@example.org>  @today@
")
onduty_install_compressed(${papers_dir}/changelog.Debian changelog.Debian ${CMAKE_INSTALL_DOCDIR})

# The libraries inside the program want their own notices passed on; Debian keeps those in one place.
file(READ LICENSE copyright)
file(WRITE ${papers_dir}/copyright
    "${copyright}\nThe program contains libraries with licences of their own; see notices.gz beside this file.\n")
file(WRITE ${papers_dir}/notices "Copyright notices of the libraries inside onduty.\n")
foreach(library IN ITEMS libcli11-dev libfmt-dev nlohmann-json3-dev libsqlitecpp-dev libsqlite3-dev libsodium-dev
        libutf8proc-dev libtomlplusplus-dev libhowardhinnant-date-dev libc6-dev libstdc++-12-dev)
    if(EXISTS /usr/share/doc/${library}/copyright)
        file(READ /usr/share/doc/${library}/copyright notice)
        file(APPEND ${papers_dir}/notices "\n==== ${library} ====\n\n${notice}")
    endif()
endforeach()
install(FILES ${papers_dir}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
onduty_install_compressed(${papers_dir}/notices notices ${CMAKE_INSTALL_DOCDIR})
add_custom_target(compressed ALL DEPENDS ${compressed_files})

# --- The Debian package: cpack -G DEB --config build/CPackConfig.cmake ---------------------------------
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_VENDOR "The onduty authors")
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "The onduty authors <onduty@example.org>")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_DEPENDS tzdata)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "shift log and checklists for a building's staff")
set(CPACK_PACKAGE_DESCRIPTION
"onduty keeps the occurrence book of a sales office or managed building: who is
on duty, visitors, patrols, cleaning, complaints, handovers and what is due.
There is no server and no account: one program, and one file for each site.
.
Entries are never changed or deleted. They are chained with hashes, so that
later tampering with the file shows. Chinese and English are spoken.")
set(overrides
"# Made for people, not sent to Debian: there is no bug to close.
onduty: initial-upload-closes-no-bugs [usr/share/doc/onduty/changelog.Debian.gz:1]
")
if(ONDUTY_STATIC)
    string(APPEND overrides
"# Static on purpose: start-up time was measured, and a preloaded library cannot move the clock.
onduty: statically-linked-binary [usr/bin/onduty]
")
else()
    set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)   # asks for the packages dpkg-dev and file
endif()
file(WRITE ${papers_dir}/overrides "${overrides}")
install(FILES ${papers_dir}/overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME onduty)

# Folders are made with the umask of whoever packs; the package wants the usual modes.
file(CONFIGURE OUTPUT ${papers_dir}/modes.cmake @ONLY CONTENT
"execute_process(COMMAND chmod -R u=rwX,go=rX \${CPACK_TEMPORARY_DIRECTORY} COMMAND_ERROR_IS_FATAL ANY)
")
set(CPACK_PRE_BUILD_SCRIPTS ${papers_dir}/modes.cmake)
include(CPack)
