#include "app/cli/output.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace meshscope::cli {

namespace {

void write(FILE *to, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), to);
    std::fflush(to);
}

QString codeWord(Error::Code code)
{
    switch (code) {
    case Error::Code::Failed: return u"failed"_s;
    case Error::Code::NotFound: return u"not-found"_s;
    case Error::Code::Ambiguous: return u"ambiguous"_s;
    case Error::Code::Io: return u"io"_s;
    case Error::Code::Parse: return u"parse"_s;
    case Error::Code::Refused: return u"refused"_s;
    case Error::Code::Cancelled: return u"cancelled"_s;
    case Error::Code::Usage: return u"usage"_s;
    case Error::Code::Full: return u"full"_s;
    case Error::Code::Busy: return u"busy"_s;
    case Error::Code::Newer: return u"newer"_s;
    case Error::Code::Corrupt: return u"corrupt"_s;
    }
    return u"failed"_s;
}

} // namespace

QString harmless(const QString &text)
{
    QString clean = text;
    for (QChar &c : clean) {
        if (c.category() == QChar::Other_Control || (c.category() == QChar::Other_Format && c != QChar(0x200d)))
            c = c == u'\n' || c == u'\t' ? QChar(u' ') : QChar(0xfffd);
    }
    return clean;
}

QString table(const QStringList &head, const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    const auto measure = [&](const QStringList &row) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row.at(i).size());
    };
    QList<QStringList> clean;
    clean.reserve(rows.size());
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells.append(harmless(cell));
        clean.append(cells);
    }
    measure(head);
    for (const QStringList &row : std::as_const(clean))
        measure(row);
    QStringList lines;
    const auto line = [&](const QStringList &row) {
        QString text;
        for (qsizetype i = 0; i < row.size(); ++i)
            text += i + 1 < row.size() ? row.at(i).leftJustified(widths.at(i) + 2) : row.at(i);
        while (text.endsWith(u' '))
            text.chop(1);
        lines.append(text);
    };
    if (!head.isEmpty())
        line(head);
    std::for_each(clean.cbegin(), clean.cend(), line);
    return lines.join(u'\n');
}

QJsonValue timeJson(const QDateTime &time)
{
    if (!time.isValid())
        return QJsonValue::Null;
    // A time of the person's zone is written with its offset: others read it in theirs.
    const QDateTime given = time.timeSpec() == Qt::UTC ? time : time.toOffsetFromUtc(time.offsetFromUtc());
    return given.toString(Qt::ISODate);
}

QJsonArray array(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

void print(const Answer &answer, bool asJson)
{
    if (!answer.raw.isNull())
        write(stdout, answer.raw);
    else if (asJson)
        write(stdout, QJsonDocument(answer.json).toJson(QJsonDocument::Compact) + '\n');
    else if (!answer.text.isEmpty())
        write(stdout, answer.text.toUtf8() + '\n');
}

int printError(const Error &error, bool asJson)
{
    QString line = u"meshscope: "_s + harmless(error.text);
    if (!error.where.isEmpty() && !error.text.contains(error.where))
        line = u"meshscope: "_s + harmless(error.where) + u": "_s + harmless(error.text);
    write(stderr, line.toUtf8() + '\n');
    if (asJson) {
        const QJsonObject body{{u"code"_s, codeWord(error.code)}, {u"text"_s, error.text}, {u"where"_s, error.where}};
        write(stdout, QJsonDocument(QJsonObject{{u"error"_s, body}}).toJson(QJsonDocument::Compact) + '\n');
    }
    return error.code == Error::Code::Usage ? Usage : Failed;
}

} // namespace meshscope::cli
