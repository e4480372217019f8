#pragma once

#include "models/formats/node.h"
#include "models/mesh/records.h"

#include <cstdio>
#include <cstdlib>

/// What the readers that are fuzzed share.
namespace meshscope::test {

/// Ends the program, as a sanitizer would, unless it holds.
inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

/// Places are in the file, and every issue says something.
void look(const Records &records, qsizetype size);

/// Calls `each` with the answer of a catalog, if it is one.
template<class Each>
void readAnswer(const QByteArray &bytes, const Each &each)
{
    const Parsed parsed = parseDocuments(bytes, Syntax::Json);
    for (const Node &answer : parsed.documents)
        each(answer);
}

// catalogs.cpp
void readMarquez(const QByteArray &bytes);
void readOpenMetadata(const QByteArray &bytes);
void readDataHub(const QByteArray &bytes);
void readDataHubEvent(const QByteArray &bytes);
void readCkan(const QByteArray &bytes);
void readEntropy(const QByteArray &bytes);
void readKeptRows(const QByteArray &bytes);
void readOpenDataMesh(const QByteArray &bytes);
void readUnity(const QByteArray &bytes);
void readIceberg(const QByteArray &bytes);
void readGlue(const QByteArray &bytes);
void readDataZone(const QByteArray &bytes);
/// What lists in the answer stand in one line, relations follow, one a line.
void readTrino(const QByteArray &bytes);
/// Composite types in one line, the database in the next, relations follow.
void readPostgreSql(const QByteArray &bytes);

// texts.cpp
/// Fields of a header, an empty line, the body; the first line is the status.
void readHttp(const QByteArray &bytes);
void readGraphQl(const QByteArray &bytes);
void readPacked(const QByteArray &bytes);
void readTokens(const QByteArray &bytes);
void readAwsKeys(const QByteArray &bytes);
/// A type a line, in the words of Hive and of Trino.
void readTypes(const QByteArray &bytes);
void readSql(const QByteArray &bytes);
/// What is promised, a line each: value and unit with a tab between.
void readPromises(const QByteArray &bytes);
/// Settings of a server, a line each, and what is stored there.
void readNames(const QByteArray &bytes);
void readAddress(const QByteArray &bytes);
void readUrl(const QByteArray &bytes);
/// Patterns, an empty line, paths.
void readIgnore(const QByteArray &bytes);
void readAgreement(const QByteArray &bytes);

// samples.cpp
void readCsv(const QByteArray &bytes);
void readJsonRows(const QByteArray &bytes);
void readSqliteFile(const QByteArray &bytes);

} // namespace meshscope::test
