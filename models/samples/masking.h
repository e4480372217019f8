#pragma once

#include "models/mesh/records.h"
#include "models/samples/sample.h"

/// Which columns are hidden from those who hold no grant, and how a value looks then.
namespace meshscope {

enum class Sensitivity : quint8 { None, Personal, Confidential };

/// By classification, tags and properties, in the words of the trade (English and German); "non-personal" is none.
[[nodiscard]] Sensitivity sensitivityOf(const Column &column);
/// Partial for e-mail addresses and telephone numbers, hidden for confidential free text, else a hash; a `masking` property
/// of the contract (hash, partial, hidden) says so itself.
[[nodiscard]] Masking maskingOf(const Column &column);

/// What stands for a value. Deterministic for a column and a salt, so that equal values look equal; NULL and empty stay.
/// A partial one keeps the first letter and the domain, or the last two digits; what is neither is hashed.
[[nodiscard]] QString maskedText(Masking masking, const QString &value, const QString &column, const QByteArray &salt);

/// The masks of a dataset, asked by the names a file has.
class Masks {
public:
    explicit Masks(const QList<Column> &columns);
    struct Answer {
        Masking masking = Masking::No;
        bool declared = true;
        const Column *column = nullptr;
    };
    /// Of a path as the file names it: its own mask, that of what it lies in, or of what lies in it.
    [[nodiscard]] Answer of(const QString &name) const;
    [[nodiscard]] bool any() const { return m_any; }
    /// Masked columns that none of the names is.
    [[nodiscard]] QStringList missing(const QStringList &names) const;

private:
    struct Entry {
        const Column *column;
        QStringList path; ///< plain names, without array marks
        QStringList physical;
        Masking masking;
    };
    QList<Column> m_columns;
    QList<Entry> m_entries;
    bool m_any = false;
};

} // namespace meshscope
