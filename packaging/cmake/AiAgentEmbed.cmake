# aiagent_embed(TARGET HEADER NAMESPACE FUNCTION FILE)
#   Compiles FILE into TARGET as `std::string_view NAMESPACE::FUNCTION()`, declared in HEADER.
#   Script mode (cmake -P) does the writing, so that it happens when FILE changes, not when CMake runs.
if(CMAKE_SCRIPT_MODE_FILE)
  file(READ ${INPUT} hex HEX)
  string(LENGTH "${hex}" digits)
  math(EXPR size "${digits} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(REGEX REPLACE "((0x..,){24})" "\\1\n" bytes "${bytes}")
  file(WRITE ${OUTPUT} "#include \"${HEADER}\"

namespace {
constexpr unsigned char kBytes[] = {${bytes}0};
}  // namespace

namespace ${NAMESPACE} {
std::string_view ${FUNCTION}() { return {reinterpret_cast<const char*>(kBytes), ${size}}; }
}  // namespace ${NAMESPACE}
")
  return()
endif()

set(AIAGENT_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE} CACHE INTERNAL "")

function(aiagent_embed target header namespace function file)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DINPUT=${file} -DOUTPUT=${output} -DHEADER=${header} -DNAMESPACE=${namespace}
      -DFUNCTION=${function} -P ${AIAGENT_EMBED_SCRIPT}
    DEPENDS ${file} ${AIAGENT_EMBED_SCRIPT} VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
