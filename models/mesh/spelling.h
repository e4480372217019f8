#pragma once

#include "models/mesh/proposals.h"

#include <QHash>

namespace meshscope {

/// Texts by number: those are compared in place of them.
class Words {
public:
    [[nodiscard]] quint32 number(const QString &text) ///< never 0
    {
        quint32 &known = m_numbers[text];
        if (known == 0)
            known = quint32(m_numbers.size());
        return known;
    }

private:
    QHash<QString, quint32> m_numbers;
};

/// What datasets are called, without what two catalogs write differently. Namespaces are few: each is taken apart once.
class Spellings {
public:
    /// From what tells most to what tells least; equal where what they say is the same. 0: says too little.
    struct Keys {
        quint64 id = 0;    ///< plainDatasetId
        quint64 table = 0; ///< platform, short name of the host, schema and table
        quint64 bare = 0;  ///< the same without the host
    };
    [[nodiscard]] Keys of(const Dataset &dataset);

private:
    struct Space {
        quint32 server = 0; ///< platform, host and port
        QString path;       ///< below it, with a slash at its end; mostly empty
        quint32 host = 0;   ///< platform and short name of the host
        quint32 platform = 0;
        QString usualSchema;
    };
    [[nodiscard]] const Space &space(const QString &ns);

    QHash<QString, Space> m_spaces;
    Words m_servers, m_hosts, m_platforms, m_names;
};

/// What tells two spellings of one dataset apart.
[[nodiscard]] QList<MatchReason> differences(const Dataset &one, const Dataset &other);

} // namespace meshscope
