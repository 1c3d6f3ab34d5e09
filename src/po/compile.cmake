# SPDX-License-Identifier: MIT
# How does zh_CN.po become onduty.mo? Refuses untranslated, fuzzy and outdated texts, naming each.
set(template ${BINARY_DIR}/onduty.pot)
file(GLOB_RECURSE sources RELATIVE ${SOURCE_DIR} ${SOURCE_DIR}/src/*.cpp ${SOURCE_DIR}/src/*.hpp)
list(SORT sources)
execute_process(
    COMMAND xgettext --language=C++ --from-code=UTF-8 --keyword=tr --keyword=N_ --keyword=ONDUTY_COMMAND:3
            --no-location --omit-header --sort-output -o ${template} ${sources} src/commands.def
    WORKING_DIRECTORY ${SOURCE_DIR} RESULT_VARIABLE failed ERROR_VARIABLE complaint)
if(failed)
    message(FATAL_ERROR "xgettext failed: ${complaint}")
endif()
execute_process(COMMAND msgcmp --no-fuzzy-matching src/po/zh_CN.po ${template}
    WORKING_DIRECTORY ${SOURCE_DIR} RESULT_VARIABLE failed ERROR_VARIABLE complaint)
if(failed)
    message(FATAL_ERROR "src/po/zh_CN.po lacks translations:\n${complaint}")
endif()
get_filename_component(directory ${OUTPUT} DIRECTORY)
file(MAKE_DIRECTORY ${directory})
execute_process(COMMAND msgfmt --check --check-format -o ${OUTPUT} src/po/zh_CN.po
    WORKING_DIRECTORY ${SOURCE_DIR} RESULT_VARIABLE failed ERROR_VARIABLE complaint)
if(failed)
    message(FATAL_ERROR "msgfmt refuses src/po/zh_CN.po:\n${complaint}")
endif()
