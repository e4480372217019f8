#include "models/catalogs/ignorerules.h"

namespace meshscope {

namespace {

/// A bracket expression as a regular expression's; how many characters it took, 0 when it is not closed.
qsizetype bracket(QStringView glob, QString &out)
{
    qsizetype i = 1;
    QString body;
    if (i < glob.size() && (glob[i] == u'!' || glob[i] == u'^')) {
        body += u'^';
        ++i;
    }
    const qsizetype first = i;
    for (; i < glob.size() && (glob[i] != u']' || i == first); ++i) {
        if (glob[i] == u'\\' || glob[i] == u'[' || glob[i] == u']' || (glob[i] == u'^' && i == first))
            body += u'\\';
        body += glob[i];
    }
    if (i >= glob.size())
        return 0;
    out += QStringLiteral("(?!/)[") + body + u']';
    return i + 1;
}

/// A part of a glob: text and single characters, or what stands for any number of them.
struct Piece {
    enum Kind { Text, Star, Folders, AllBelow } kind = Text;
    QString expression;
};

std::vector<Piece> piecesOf(QStringView glob)
{
    std::vector<Piece> pieces;
    for (qsizetype i = 0; i < glob.size();) {
        const QStringView rest = glob.mid(i);
        const bool beginsName = i == 0 || glob[i - 1] == u'/';
        Piece piece;
        qsizetype taken = 1;
        if (rest.startsWith(u"**/") && beginsName) {
            piece = {Piece::Folders, QStringLiteral("(?:.*/)?")};
            taken = 3;
        } else if (rest == u"**" && beginsName) {
            piece = {Piece::AllBelow, QStringLiteral(".+")};
            taken = 2;
        } else if (rest[0] == u'*') {
            piece = {Piece::Star, QStringLiteral("[^/]*")};
            while (taken < rest.size() && rest[taken] == u'*')
                ++taken;
        } else if (rest[0] == u'?') {
            piece.expression = QStringLiteral("[^/]");
        } else if (const qsizetype closed = rest[0] == u'[' ? bracket(rest, piece.expression) : 0) {
            taken = closed;
        } else {
            const bool isEscaped = rest[0] == u'\\' && rest.size() > 1;
            piece.expression = QRegularExpression::escape(rest.mid(isEscaped ? 1 : 0, 1));
            taken = isEscaped ? 2 : 1;
        }
        pieces.push_back(std::move(piece));
        i += taken;
    }
    return pieces;
}

QString expression(QStringView glob)
{
    const std::vector<Piece> pieces = piecesOf(glob);
    const auto isAnyNumber = [](const Piece &piece) { return piece.kind != Piece::Text; };
    QString out;
    bool isOpen = false;
    for (auto piece = pieces.begin(); piece != pieces.end(); ++piece) {
        if (piece->kind != Piece::Star) {
            out += piece->expression;
            continue;
        }
        if (isOpen)
            out += u')';
        // What stands between two asterisks is met as early as it can be, once and for all: trying every place for each of
        // them would take time without end.
        const auto next = std::find_if(piece + 1, pieces.end(), isAnyNumber);
        isOpen = next != pieces.end() && next->kind == Piece::Star;
        out += isOpen ? QStringLiteral("(?>[^/]*?") : piece->expression;
    }
    return out;
}

} // namespace

void IgnoreRules::add(const QString &folder, const QByteArray &text)
{
    for (const QString &raw : QString::fromUtf8(text).split(u'\n')) {
        QString line = raw.endsWith(u'\r') ? raw.chopped(1) : raw;
        while (line.endsWith(u' ') && !line.endsWith(QLatin1String("\\ ")))
            line.chop(1);
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        Rule rule;
        rule.below = folder.isEmpty() ? QString() : folder + u'/';
        QStringView glob(line);
        if (glob.startsWith(u'!')) {
            rule.takesBack = true;
            glob = glob.mid(1);
        }
        if (glob.endsWith(u'/')) {
            rule.foldersOnly = true;
            glob.chop(1);
        }
        const bool isBound = glob.contains(u'/');
        if (glob.startsWith(u'/'))
            glob = glob.mid(1);
        if (glob.isEmpty())
            continue;
        rule.pattern.setPattern(
            QRegularExpression::anchoredPattern((isBound ? QString() : QStringLiteral("(?:.*/)?")) + expression(glob)));
        if (rule.pattern.isValid())
            m_rules.push_back(std::move(rule));
    }
}

bool IgnoreRules::isIgnored(const QString &path, bool isFolder) const
{
    for (auto rule = m_rules.rbegin(); rule != m_rules.rend(); ++rule) {
        if ((rule->foldersOnly && !isFolder) || !path.startsWith(rule->below))
            continue;
        if (rule->pattern.match(path.mid(rule->below.size())).hasMatch())
            return !rule->takesBack;
    }
    return false;
}

} // namespace meshscope
