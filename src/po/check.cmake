# SPDX-License-Identifier: MIT
# Is every text of the sources translated in zh_CN.po? Names each that is missing or fuzzy. TEMPLATE gets all texts.
file(GLOB_RECURSE sources RELATIVE ${SOURCE_DIR} ${SOURCE_DIR}/src/*.cpp ${SOURCE_DIR}/src/*.hpp)
list(SORT sources)
execute_process(
    COMMAND xgettext --language=C++ --from-code=UTF-8 --keyword=tr --keyword=N_ --keyword=ONDUTY_COMMAND:3
            --no-location --omit-header --sort-output -o ${TEMPLATE} ${sources} src/commands.def
    WORKING_DIRECTORY ${SOURCE_DIR} RESULT_VARIABLE failed ERROR_VARIABLE complaint)
if(failed)
    message(FATAL_ERROR "xgettext failed: ${complaint}")
endif()
execute_process(COMMAND msgcmp --no-fuzzy-matching src/po/zh_CN.po ${TEMPLATE}
    WORKING_DIRECTORY ${SOURCE_DIR} RESULT_VARIABLE failed ERROR_VARIABLE complaint)
if(failed)
    file(REMOVE ${TEMPLATE})
    message(FATAL_ERROR "src/po/zh_CN.po lacks translations:\n${complaint}")
endif()
