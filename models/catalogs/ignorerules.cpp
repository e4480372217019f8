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

QString expression(QStringView glob)
{
    QString out;
    for (qsizetype i = 0; i < glob.size();) {
        const QStringView rest = glob.mid(i);
        if (rest.startsWith(u"**/") && (i == 0 || glob[i - 1] == u'/')) {
            out += u"(?:.*/)?";
            i += 3;
        } else if (rest == u"**" && (i == 0 || glob[i - 1] == u'/')) {
            out += u".+";
            i += 2;
        } else if (rest[0] == u'*') {
            out += u"[^/]*";
            ++i;
        } else if (rest[0] == u'?') {
            out += u"[^/]";
            ++i;
        } else if (const qsizetype taken = rest[0] == u'[' ? bracket(rest, out) : 0) {
            i += taken;
        } else {
            if (rest[0] == u'\\' && rest.size() > 1)
                ++i;
            out += QRegularExpression::escape(glob.mid(i, 1));
            ++i;
        }
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
