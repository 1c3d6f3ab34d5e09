/* SPDX-License-Identifier: MIT */
/* How fast can one durable insert be? One process, SQLite linked statically, no more than has to be:
   minimal-insert FILE SUBJECT adds a row to the table `entry` that run.sh makes. */
#include <sqlite3.h>
#include <stdio.h>
#include <time.h>

static const char kSettings[] = "PRAGMA journal_mode=TRUNCATE;PRAGMA synchronous=EXTRA";
static const char kInsert[] =
    "INSERT INTO entry(at,kind,actor,subject,result,note)VALUES(?,'point','A01',?,'ok','Lamp 4 is out')";

int main(int count, char** arguments) {
    sqlite3* database = NULL;
    sqlite3_stmt* insert = NULL;
    if (count != 3) {
        fputs("usage: minimal-insert FILE SUBJECT\n", stderr);
        return 2;
    }
    const int done = sqlite3_open_v2(arguments[1], &database, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
                     sqlite3_exec(database, kSettings, NULL, NULL, NULL) == SQLITE_OK &&
                     sqlite3_prepare_v2(database, kInsert, sizeof kInsert, &insert, NULL) == SQLITE_OK &&
                     sqlite3_bind_int64(insert, 1, (sqlite3_int64)time(NULL) * 1000) == SQLITE_OK &&
                     sqlite3_bind_text(insert, 2, arguments[2], -1, SQLITE_STATIC) == SQLITE_OK &&
                     sqlite3_step(insert) == SQLITE_DONE;
    if (!done) {
        fprintf(stderr, "minimal-insert: %s\n", sqlite3_errmsg(database));
    }
    sqlite3_finalize(insert);
    sqlite3_close(database);
    return done ? 0 : 1;
}
