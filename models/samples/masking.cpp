#include "models/samples/masking.h"

#include "models/samples/rawrows.h"
#include "models/security/ed25519.h"

#include <QRegularExpression>
#include <QSet>

#include <array>

namespace meshscope {

namespace {

const QSet<QString> &personalWords()
{
    static const QSet<QString> words{QStringLiteral("personal"),  QStringLiteral("pii"),
                                     QStringLiteral("phi"),       QStringLiteral("spi"),
                                     QStringLiteral("npi"),       QStringLiteral("gdpr"),
                                     QStringLiteral("dsgvo"),     QStringLiteral("personenbezogen"),
                                     QStringLiteral("private"),   QStringLiteral("persoenlich"),
                                     QStringLiteral("persönlich")};
    return words;
}

const QSet<QString> &confidentialWords()
{
    static const QSet<QString> words{
        QStringLiteral("confidential"), QStringLiteral("restricted"), QStringLiteral("sensitive"),
        QStringLiteral("secret"),       QStringLiteral("classified"), QStringLiteral("pci"),
        QStringLiteral("vertraulich"),  QStringLiteral("geheim"),     QStringLiteral("sensibel"),
        QStringLiteral("credential"),   QStringLiteral("password")};
    return words;
}

/// Words of a label: "highlyConfidential", "PII.Sensitive", "non-personal" → their parts in lower case.
QStringList wordsOf(const QString &label)
{
    static const QRegularExpression hump(QStringLiteral("(?<=[a-z])(?=[A-Z])"));
    static const QRegularExpression gap(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QString spaced = label;
    spaced.replace(hump, QStringLiteral(" "));
    return spaced.toLower().split(gap, Qt::SkipEmptyParts);
}

Sensitivity labelSensitivity(const QString &label)
{
    static const QSet<QString> negations{QStringLiteral("non"),   QStringLiteral("no"),   QStringLiteral("not"),
                                         QStringLiteral("nicht"), QStringLiteral("kein"), QStringLiteral("keine")};
    Sensitivity found = Sensitivity::None;
    const QStringList words = wordsOf(label);
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (i > 0 && negations.contains(words.at(i - 1)))
            continue;
        if (confidentialWords().contains(words.at(i)))
            return Sensitivity::Confidential;
        if (personalWords().contains(words.at(i)))
            found = Sensitivity::Personal;
    }
    return found;
}

bool isTrue(const QString &value)
{
    const QString v = value.trimmed().toLower();
    return v == QStringLiteral("true") || v == QStringLiteral("yes") || v == QStringLiteral("1") || v == QStringLiteral("y");
}

bool hasWord(const QStringList &words, std::initializer_list<const char *> wanted)
{
    return std::any_of(wanted.begin(), wanted.end(), [&](const char *word) {
        const QLatin1StringView w(word);
        return std::any_of(words.begin(), words.end(), [&](const QString &have) { return have == w; });
    });
}

Masking strongest(Masking a, Masking b)
{
    return std::max(a, b); // No < Hash < Partial < Hidden; a hash is no weaker than a part, but any is more than none
}

QString hashText(const QString &value, const QString &column, const QByteArray &salt)
{
    const QByteArray digest = hmacSha256(salt, column.toUtf8() + '\0' + value.toUtf8()).toHex();
    return QString::fromLatin1(digest.left(4)) + u'…' + QString::fromLatin1(digest.right(4));
}

std::optional<QString> partialText(const QString &value)
{
    static const QRegularExpression mail(QStringLiteral("^[^@\\s]+@([^@\\s]+\\.[^@\\s]+)$"));
    static const QRegularExpression phone(QStringLiteral("^\\+?[0-9 ()/.-]{7,24}$"));
    const QString text = value.trimmed();
    if (const auto match = mail.match(text); match.hasMatch()) {
        const bool one = text.indexOf(u'@') < 3;
        return (one ? QString() : text.left(1)) + QStringLiteral("•••@") + match.captured(1);
    }
    if (phone.match(text).hasMatch()) {
        QString digits;
        for (const QChar c : text)
            digits += c.isDigit() ? QString(c) : QString();
        if (digits.size() >= 7)
            return QStringLiteral("••• ") + digits.right(2);
    }
    return {};
}

std::optional<Masking> maskingFromWord(const QString &word)
{
    const QString w = word.trimmed().toLower();
    for (const Masking m : {Masking::Hash, Masking::Partial, Masking::Hidden}) {
        if (w == maskingWord(m))
            return m;
    }
    return {};
}

QStringList pathParts(const QString &path)
{
    QString plain = path;
    plain.remove(QStringLiteral("[]"));
    QStringList parts = plain.split(u'.', Qt::SkipEmptyParts);
    for (QString &part : parts)
        part = plainName(part);
    return parts;
}

bool startsWith(const QStringList &longer, const QStringList &shorter)
{
    return longer.size() >= shorter.size() && std::equal(shorter.begin(), shorter.end(), longer.begin());
}

} // namespace

QString maskingWord(Masking m)
{
    constexpr std::array<const char *, 4> words{"no", "hash", "partial", "hidden"};
    return QLatin1StringView(words.at(size_t(m)));
}

Sensitivity sensitivityOf(const Column &column)
{
    Sensitivity found = labelSensitivity(column.classification);
    for (const QString &tag : column.tags)
        found = std::max(found, labelSensitivity(tag));
    for (const Property &property : column.properties) {
        const QStringList name = wordsOf(property.name);
        if (hasWord(name, {"classification", "sensitivity", "privacy", "confidentiality", "policytag", "policytags"}))
            found = std::max(found, labelSensitivity(property.value));
        else if (isTrue(property.value))
            found = std::max(found, labelSensitivity(property.name));
        else if (hasWord(name, {"masking"}) && maskingFromWord(property.value))
            found = std::max(found, Sensitivity::Personal);
    }
    return found;
}

Masking maskingOf(const Column &column)
{
    const Sensitivity sensitivity = sensitivityOf(column);
    if (sensitivity == Sensitivity::None)
        return Masking::No;
    for (const Property &property : column.properties) {
        if (const auto said = maskingFromWord(property.value);
            said && property.name.compare(QStringLiteral("masking"), Qt::CaseInsensitive) == 0)
            return *said;
    }
    const QString type = (column.logicalType + u' ' + column.physicalType).toLower();
    if (type.contains(QStringLiteral("bool"))) // two hashes are as good as the values
        return Masking::Hidden;
    const QStringList name = wordsOf(column.path);
    if (hasWord(name, {"email", "mail", "phone", "telephone", "mobile", "tel", "fax", "telefon"}))
        return Masking::Partial;
    const bool free = hasWord(name, {"comment", "comments", "note", "notes", "text", "message", "remark", "remarks", "body",
                                     "description", "reason", "content", "bemerkung"});
    if (free)
        return Masking::Hidden;
    const bool text = type.trimmed().isEmpty() || type.contains(QStringLiteral("string")) ||
                      type.contains(QStringLiteral("text")) || type.contains(QStringLiteral("char"));
    const bool key = column.primaryKey || column.unique ||
                     hasWord(name, {"id", "key", "code", "number", "no", "nr", "iban", "card", "account", "name"});
    return sensitivity == Sensitivity::Confidential && text && !key ? Masking::Hidden : Masking::Hash;
}

QString maskedText(Masking masking, const QString &value, const QString &column, const QByteArray &salt)
{
    if (masking == Masking::No || value.isEmpty())
        return value;
    if (masking == Masking::Hidden)
        return QStringLiteral("•••");
    if (masking == Masking::Partial) {
        if (const std::optional<QString> part = partialText(value))
            return *part;
    }
    return hashText(value, column, salt);
}

Masks::Masks(const QList<Column> &columns)
    : m_columns(columns)
{
    for (const Column &column : std::as_const(m_columns)) {
        Entry entry{&column, pathParts(column.path), {}, maskingOf(column)};
        for (const Property &property : column.properties) {
            if (property.name.compare(QStringLiteral("physicalName"), Qt::CaseInsensitive) == 0)
                entry.physical = pathParts(property.value);
        }
        m_any = m_any || entry.masking != Masking::No;
        m_entries.append(entry);
    }
}

Masks::Answer Masks::of(const QString &name) const
{
    Answer answer;
    answer.declared = m_entries.isEmpty();
    const QStringList path = pathParts(name);
    bool above = false;
    bool below = false;
    for (const Entry &entry : m_entries) {
        if (entry.path == path || (!entry.physical.isEmpty() && entry.physical == path)) {
            answer.declared = true;
            if (!answer.column)
                answer.column = entry.column;
            answer.masking = strongest(answer.masking, entry.masking);
        } else if (startsWith(path, entry.path)) {
            answer.declared = true;
            above = above || entry.masking != Masking::No;
        } else if (startsWith(entry.path, path)) {
            answer.declared = true;
            below = below || entry.masking != Masking::No;
        }
    }
    if (below) // the whole is shown as it stands, with what is masked in it
        answer.masking = Masking::Hidden;
    else if (above)
        answer.masking = strongest(answer.masking, Masking::Hash);
    return answer;
}

QStringList Masks::missing(const QStringList &names) const
{
    QStringList absent;
    for (const Entry &entry : m_entries) {
        if (entry.masking == Masking::No)
            continue;
        const bool present = std::any_of(names.begin(), names.end(), [&](const QString &name) {
            const QStringList path = pathParts(name);
            return entry.path == path || startsWith(path, entry.path) || startsWith(entry.path, path) ||
                   (!entry.physical.isEmpty() && entry.physical == path);
        });
        if (!present)
            absent << entry.column->path;
    }
    return absent;
}

} // namespace meshscope
