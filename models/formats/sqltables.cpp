#include "models/formats/tabledefinitions.h"

#include <QStringView>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// One word, quoted name, text or sign of a statement.
struct Token {
    QString text;
    bool quoted = false; ///< a name in quotes: no keyword
    bool literal = false;
    [[nodiscard]] bool is(QLatin1String word) const
    {
        return !quoted && !literal && text.compare(word, Qt::CaseInsensitive) == 0;
    }
    [[nodiscard]] bool isSign(char16_t sign) const { return !quoted && !literal && text.size() == 1 && text[0] == sign; }
};

/// Comments and space are left out; an unended quote runs to the end.
QList<Token> tokensOf(const QString &sql)
{
    QList<Token> tokens;
    qsizetype i = 0;
    const auto quotedText = [&](QChar close) {
        QString text;
        for (++i; i < sql.size(); ++i) {
            if (sql[i] == close) {
                if (i + 1 >= sql.size() || sql[i + 1] != close || close == u']')
                    break;
                ++i;
            }
            text += sql[i];
        }
        ++i;
        return text;
    };
    while (i < sql.size()) {
        const QChar c = sql[i];
        const QStringView two = QStringView(sql).mid(i, 2);
        if (c.isSpace()) {
            ++i;
        } else if (two == u"--"_s || c == u'#') {
            const qsizetype end = sql.indexOf(u'\n', i);
            i = end < 0 ? sql.size() : end;
        } else if (two == u"/*"_s) {
            const qsizetype end = sql.indexOf(u"*/"_s, i + 2);
            i = end < 0 ? sql.size() : end + 2;
        } else if (c == u'\'') {
            tokens.append({quotedText(c), false, true});
        } else if (c == u'"' || c == u'`') {
            tokens.append({quotedText(c), true, false});
        } else if (c == u'[' && !tokens.isEmpty() &&
                   (tokens.last().isSign(u'(') || tokens.last().isSign(u',') || tokens.last().isSign(u'.') ||
                    tokens.last().is("TABLE"_L1))) {
            tokens.append({quotedText(u']'), true, false});
        } else if (c.isLetterOrNumber() || c == u'_' || c == u'$' || c == u'@') {
            const qsizetype from = i;
            while (i < sql.size() && (sql[i].isLetterOrNumber() || sql[i] == u'_' || sql[i] == u'$' || sql[i] == u'@'))
                ++i;
            tokens.append({sql.mid(from, i - from), false, false});
        } else {
            tokens.append({QString(c), false, false});
            ++i;
        }
    }
    return tokens;
}

class Statements {
public:
    explicit Statements(const QString &sql)
        : m_tokens(tokensOf(sql))
    {
    }

    QList<TableDefinition> tables()
    {
        while (m_at < m_tokens.size()) {
            if (takes("CREATE"_L1))
                createTable();
            else if (peek().is("COMMENT"_L1) && peek(1).is("ON"_L1))
                comment();
            while (m_at < m_tokens.size() && !peek().isSign(u';'))
                ++m_at;
            ++m_at;
        }
        return m_tables;
    }

private:
    const Token &peek(qsizetype ahead = 0) const
    {
        static const Token none;
        return m_at + ahead < m_tokens.size() ? m_tokens[m_at + ahead] : none;
    }
    bool takes(QLatin1String word)
    {
        if (!peek().is(word))
            return false;
        ++m_at;
        return true;
    }
    QStringList dottedName()
    {
        QStringList parts;
        while (m_at < m_tokens.size()) {
            parts.append(m_tokens[m_at++].text);
            if (!peek().isSign(u'.'))
                break;
            ++m_at;
        }
        return parts;
    }

    void createTable()
    {
        // CREATE [OR REPLACE] [GLOBAL] [TEMPORARY] [EXTERNAL] TABLE …: anything else is no table.
        for (int words = 0; words < 5 && !peek().is("TABLE"_L1); ++words) {
            if (peek().isSign(u';') || peek().is("VIEW"_L1) || peek().is("INDEX"_L1))
                return;
            ++m_at;
        }
        if (!takes("TABLE"_L1))
            return;
        if (takes("IF"_L1)) {
            takes("NOT"_L1);
            takes("EXISTS"_L1);
        }
        TableDefinition table;
        if (m_at >= m_tokens.size())
            return;
        table.name = dottedName().last();
        if (!peek().isSign(u'(') || table.name.isEmpty())
            return;
        ++m_at;
        while (m_at < m_tokens.size() && !peek().isSign(u')') && !peek().isSign(u';')) {
            element(takeElement(), table);
            if (peek().isSign(u','))
                ++m_at;
        }
        ++m_at;
        for (; m_at < m_tokens.size() && !peek().isSign(u';'); ++m_at) { // COMMENT 'text', COMMENT = 'text'
            if (peek().is("COMMENT"_L1))
                table.description = peek(peek(1).isSign(u'=') ? 2 : 1).text;
        }
        m_tables.append(std::move(table));
    }

    /// The tokens up to the comma or bracket that ends a column or a constraint.
    QList<Token> takeElement()
    {
        QList<Token> taken;
        int depth = 0;
        for (; m_at < m_tokens.size(); ++m_at) {
            const Token &token = peek();
            if (depth == 0 && (token.isSign(u',') || token.isSign(u')') || token.isSign(u';')))
                break;
            if (token.isSign(u'(') || token.isSign(u'<'))
                ++depth;
            else if (token.isSign(u')') || token.isSign(u'>'))
                --depth;
            taken.append(token);
        }
        return taken;
    }

    static bool isConstraint(const Token &token)
    {
        return token.is("CONSTRAINT"_L1) || token.is("PRIMARY"_L1) || token.is("FOREIGN"_L1) || token.is("UNIQUE"_L1) ||
               token.is("CHECK"_L1) || token.is("KEY"_L1) || token.is("INDEX"_L1) || token.is("EXCLUDE"_L1) ||
               token.is("LIKE"_L1);
    }

    static void element(const QList<Token> &tokens, TableDefinition &table)
    {
        if (tokens.isEmpty())
            return;
        if (isConstraint(tokens[0]) && !(tokens.size() > 1 && tokens[0].quoted)) {
            constraint(tokens, table);
            return;
        }
        static const QStringList ends{u"NOT"_s,     u"NULL"_s,      u"PRIMARY"_s,        u"UNIQUE"_s,
                                      u"DEFAULT"_s, u"COMMENT"_s,   u"CHECK"_s,          u"REFERENCES"_s,
                                      u"COLLATE"_s, u"GENERATED"_s, u"CONSTRAINT"_s,     u"OPTIONS"_s,
                                      u"ENCODE"_s,  u"IDENTITY"_s,  u"AUTO_INCREMENT"_s, u"AUTOINCREMENT"_s};
        Column column;
        column.path = tokens[0].text;
        column.ordinal = int(table.columns.size());
        qsizetype i = 1;
        int depth = 0;
        bool joined = true;
        for (; i < tokens.size(); ++i) {
            const Token &token = tokens[i];
            if (depth == 0 && !token.quoted && ends.contains(token.text, Qt::CaseInsensitive))
                break;
            const bool isSign = !token.text.isEmpty() && !token.text[0].isLetterOrNumber() && token.text[0] != u'_';
            if (!joined && !isSign)
                column.physicalType += u' ';
            column.physicalType += token.text;
            depth += token.isSign(u'(') || token.isSign(u'<') ? 1 : token.isSign(u')') || token.isSign(u'>') ? -1 : 0;
            joined = isSign && !token.isSign(u')') && !token.isSign(u'>') && !token.isSign(u',');
        }
        column.logicalType = column.physicalType.section(u'(', 0, 0).section(u'<', 0, 0).trimmed().toLower();
        column.nullable = true;
        for (; i < tokens.size(); ++i) {
            const auto next = [&](qsizetype n) { return tokens.value(i + n); };
            if (tokens[i].is("NOT"_L1) && next(1).is("NULL"_L1))
                column.nullable = false;
            else if (tokens[i].is("PRIMARY"_L1))
                column.primaryKey = true;
            else if (tokens[i].is("UNIQUE"_L1))
                column.unique = true;
            else if (tokens[i].is("COMMENT"_L1))
                column.description = next(1).text;
            else if (tokens[i].is("REFERENCES"_L1))
                column.properties.append({u"foreignKey"_s, textOf(tokens.mid(i + 1))});
            else if (tokens[i].is("DEFAULT"_L1))
                column.properties.append({u"default"_s, next(1).text});
        }
        if (column.primaryKey)
            column.nullable = false;
        table.columns.append(std::move(column));
    }

    static QString textOf(const QList<Token> &tokens)
    {
        QString text;
        for (const Token &token : tokens)
            text += token.text;
        return text;
    }

    static void constraint(const QList<Token> &tokens, TableDefinition &table)
    {
        qsizetype i = tokens[0].is("CONSTRAINT"_L1) ? 2 : 0;
        const bool isKey = tokens.value(i).is("PRIMARY"_L1);
        const bool isUnique = tokens.value(i).is("UNIQUE"_L1);
        if (!isKey && !isUnique)
            return;
        QStringList names;
        for (; i < tokens.size() && !tokens[i].isSign(u'('); ++i) {}
        for (++i; i < tokens.size() && !tokens[i].isSign(u')'); ++i) {
            if (!tokens[i].isSign(u','))
                names.append(tokens[i].text);
        }
        for (Column &column : table.columns) {
            if (!names.contains(column.path, Qt::CaseInsensitive))
                continue;
            column.primaryKey = column.primaryKey || isKey;
            column.unique = column.unique || (isUnique && names.size() == 1);
            if (isKey)
                column.nullable = false;
        }
    }

    /// COMMENT ON TABLE t IS '…', COMMENT ON COLUMN s.t.c IS '…'
    void comment()
    {
        m_at += 2;
        const bool ofColumn = peek().is("COLUMN"_L1);
        if (!ofColumn && !peek().is("TABLE"_L1))
            return;
        ++m_at;
        const QStringList name = dottedName();
        if (!takes("IS"_L1) || !peek().literal)
            return;
        const QString tableName = name.value(name.size() - (ofColumn ? 2 : 1));
        for (TableDefinition &table : m_tables) {
            if (table.name.compare(tableName, Qt::CaseInsensitive) != 0)
                continue;
            if (!ofColumn)
                table.description = peek().text;
            for (Column &column : table.columns) {
                if (ofColumn && column.path.compare(name.last(), Qt::CaseInsensitive) == 0)
                    column.description = peek().text;
            }
        }
    }

    QList<Token> m_tokens;
    QList<TableDefinition> m_tables;
    qsizetype m_at = 0;
};

} // namespace

QList<TableDefinition> tablesOfSql(const QString &sql)
{
    return Statements(sql).tables();
}

} // namespace meshscope
