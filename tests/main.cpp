// SPDX-License-Identifier: MIT
// Where does doctest start? In C.UTF-8 and away from the user's own site file.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdlib>

int main(int count, char** arguments) {
    ::setenv("LC_ALL", "C.UTF-8", 1);
    ::unsetenv("ONDUTY_SITE");
    ::unsetenv("LANGUAGE");
    doctest::Context context{count, arguments};
    return context.run();
}
