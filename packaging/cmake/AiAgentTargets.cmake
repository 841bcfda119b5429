# The one place where targets are made, so that flags and link rules are the same everywhere.
#
#   aiagent_library(core/base SOURCES a.cpp b.h LINK spdlog::spdlog [QT])
#       static library aiagent_core_base; LINK names are public. QT turns on moc.
#   aiagent_program(aiagent-cli SOURCES … LINK … [QT])
#   aiagent_bench(stream_bench SOURCES … LINK … [QT])        build/<preset>/bench, run by tests/bench/run.sh
#   aiagent_test(unit_base SOURCES … LINK … [QT] [LABEL unit])
#       gtest program for pure layers, Qt Test with QT; registered with ctest

add_library(aiagent_flags INTERFACE)
target_compile_features(aiagent_flags INTERFACE cxx_std_20)
target_include_directories(aiagent_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(aiagent_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow=local -Wnon-virtual-dtor -Woverloaded-virtual -Wno-missing-field-initializers
  -fstack-protector-strong -fno-omit-frame-pointer)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_compile_options(aiagent_flags INTERFACE -Wno-unknown-warning-option -Wno-shadow)
else()
  # g++ 12 sees uninitialised QString temporaries in QStringBuilder that are none
  target_compile_options(aiagent_flags INTERFACE -Wno-maybe-uninitialized)
endif()
if(AIAGENT_WERROR)
  target_compile_options(aiagent_flags INTERFACE -Werror)
endif()
if(AIAGENT_SANITIZE)
  target_compile_options(aiagent_flags INTERFACE -fsanitize=${AIAGENT_SANITIZE} -fno-sanitize-recover=undefined)
  target_link_options(aiagent_flags INTERFACE -fsanitize=${AIAGENT_SANITIZE})
else()
  target_compile_options(aiagent_flags INTERFACE $<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>)
  target_link_options(aiagent_flags INTERFACE -Wl,-z,relro,-z,now)
endif()
target_compile_definitions(aiagent_flags INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
  QT_DISABLE_DEPRECATED_BEFORE=0x060400
  AIAGENT_VERSION="${PROJECT_VERSION}")

function(aiagent_library folder)
  cmake_parse_arguments(ARG "QT" "" "SOURCES;LINK;PRIVATE" ${ARGN})
  string(REPLACE "/" "_" name "aiagent_${folder}")
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC aiagent_flags ${ARG_LINK} PRIVATE ${ARG_PRIVATE})
  if(ARG_QT)
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
  endif()
endfunction()

function(aiagent_program name)
  cmake_parse_arguments(ARG "QT" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE aiagent_flags ${ARG_LINK})
  if(ARG_QT)
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
  endif()
endfunction()

function(aiagent_test name)
  cmake_parse_arguments(ARG "QT" "LABEL;TIMEOUT" "SOURCES;LINK" ${ARGN})
  if(NOT ARG_LABEL)
    set(ARG_LABEL unit)
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  add_executable(${name} ${ARG_SOURCES})
  if(ARG_QT)
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PRIVATE aiagent_flags ${ARG_LINK} Qt6::Test)
  else()
    target_link_libraries(${name} PRIVATE aiagent_flags ${ARG_LINK} GTest::gmock GTest::gtest_main)
  endif()
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS ${ARG_LABEL} TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;OPENAI_API_KEY=;AIAGENT_BIN_DIR=${CMAKE_BINARY_DIR}/bin;AIAGENT_SOURCE_DIR=${CMAKE_SOURCE_DIR}")
endfunction()

function(aiagent_bench name)
  cmake_parse_arguments(ARG "QT" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE aiagent_flags ${ARG_LINK})
  if(ARG_QT)
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
  endif()
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bench)
endfunction()
