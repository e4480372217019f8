#pragma once

#include "models/mesh/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace meshscope::cli {

/// Exit status of the command line's contract.
enum Exit : int { Done = 0, Failed = 1, Usage = 2, Partial = 3 };

/// What a command answers: JSON for scripts, text for people, and how it went.
struct Answer {
    QJsonObject json;
    QString text; ///< without --json; ends without a newline
    int exit = Done;
    QByteArray raw; ///< when not null it is written as it is, instead of both (`show --source`)
};

/// Prints an answer to standard output; one JSON document, or the text.
void print(const Answer &answer, bool asJson);
/// One line to standard error: `meshscope: <what> <where>: <what to do>`; with `asJson` also an error document.
/// Returns the exit status that belongs to it.
[[nodiscard]] int printError(const Error &error, bool asJson);

/// A table with columns as wide as their text; control characters are shown, never sent to the terminal.
[[nodiscard]] QString table(const QStringList &head, const QList<QStringList> &rows);
/// The text with control characters replaced, so that names cannot move the cursor or colour the screen.
[[nodiscard]] QString harmless(const QString &text);
/// RFC 3339 with offset; null when invalid.
[[nodiscard]] QJsonValue timeJson(const QDateTime &time);
[[nodiscard]] QJsonArray array(const QStringList &texts);

} // namespace meshscope::cli
