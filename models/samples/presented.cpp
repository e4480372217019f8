#include "models/samples/presented.h"

#include "models/samples/masking.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::SampleReader)
};

QString inferredType(const QList<QStringList> &rows, qsizetype column)
{
    static const QRegularExpression date(QStringLiteral("^\\d{4}-\\d\\d-\\d\\d$"));
    static const QRegularExpression moment(QStringLiteral("^\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d.*$"));
    static const QRegularExpression integer(QStringLiteral("^[+-]?\\d+$"));
    static const QRegularExpression number(QStringLiteral("^[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?$"));
    struct Test {
        const char *name;
        const QRegularExpression *pattern;
        bool holds = true;
    };
    Test tests[] = {{"integer", &integer}, {"number", &number}, {"date", &date}, {"timestamp", &moment}};
    bool seen = false;
    bool boolean = true;
    for (const QStringList &row : rows) {
        const QString value = row.value(column);
        if (value.isEmpty())
            continue;
        seen = true;
        boolean = boolean && (value == QStringLiteral("true") || value == QStringLiteral("false"));
        for (Test &test : tests)
            test.holds = test.holds && test.pattern->match(value).hasMatch();
    }
    if (seen && boolean)
        return QStringLiteral("boolean");
    for (const Test &test : tests) {
        if (seen && test.holds)
            return QLatin1StringView(test.name);
    }
    return QStringLiteral("string");
}

/// Names of the columns shown: the file's, else the contract's by position, else numbers.
QStringList columnNames(const RawRows &raw, const QList<Column> &columns)
{
    QStringList names = raw.names;
    if (names.isEmpty()) {
        for (const Column &column : columns) {
            if (!column.path.contains(u'.') && !column.path.contains(QStringLiteral("[]")) && !names.contains(column.path))
                names << column.path;
        }
    }
    qsizetype width = raw.names.isEmpty() ? 0 : raw.names.size();
    for (const QStringList &row : raw.rows)
        width = std::max(width, row.size());
    if (raw.names.isEmpty() && width < names.size())
        names.resize(width);
    while (names.size() < width)
        names << Text::tr("column %1").arg(names.size() + 1);
    return names;
}

} // namespace

Sample present(const RawRows &raw, const QList<Column> &columns, bool lifted, const QByteArray &salt)
{
    const Masks masks(columns);
    const QStringList names = columnNames(raw, columns);
    Sample sample;
    sample.more = raw.more;
    sample.kind = raw.kind;
    sample.issues = raw.issues;
    const auto note = [&](const QString &text) {
        Issue issue;
        issue.severity = Issue::Severity::Note;
        issue.text = text;
        sample.issues.append(issue);
    };
    // A masked column the file does not have may be one that it has under another name.
    const QStringList missing = lifted ? QStringList() : masks.missing(names);
    QStringList undeclared;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const Masks::Answer answer = masks.of(names.at(i));
        SampleColumn column;
        column.name = names.at(i);
        column.declared = answer.declared;
        column.masking = lifted ? Masking::No : answer.masking;
        if (!answer.declared) {
            undeclared << names.at(i);
            if (!missing.isEmpty())
                column.masking = Masking::Hash;
        }
        if (answer.column)
            column.type = answer.column->logicalType.isEmpty() ? answer.column->physicalType : answer.column->logicalType;
        if (column.type.isEmpty())
            column.type = inferredType(raw.rows, i);
        sample.columns.append(column);
    }
    if (!undeclared.isEmpty())
        note((raw.isLive
                  ? Text::tr("Among the rows, but not among the columns that were read last: %1. Read the endpoint again.")
                  : Text::tr("In the file, but not in the contract: %1."))
                 .arg(undeclared.join(QStringLiteral(", "))));
    if (!missing.isEmpty() && !undeclared.isEmpty())
        note((raw.isLive ? Text::tr("Masked columns are not among the rows (%1); what is there instead is masked too.")
                         : Text::tr("Masked columns of the contract are not in the file (%1); what it has instead is masked "
                                    "too."))
                 .arg(missing.join(QStringLiteral(", "))));
    const bool hideUneven = masks.any() && !lifted && !raw.uneven.isEmpty();
    if (hideUneven)
        note(Text::tr("Rows with too many or too few values are hidden: nobody can tell which of them are personal."));
    for (qsizetype r = 0; r < raw.rows.size(); ++r) {
        const QStringList &from = raw.rows.at(r);
        const bool hidden = hideUneven && raw.uneven.contains(r);
        QStringList row;
        for (qsizetype c = 0; c < names.size(); ++c) {
            const Masking masking = hidden ? Masking::Hidden : sample.columns.at(c).masking;
            row << (c < from.size() ? maskedText(masking, from.at(c), names.at(c), salt) : QString());
        }
        sample.rows.append(row);
    }
    return sample;
}

} // namespace meshscope
