#pragma once

#include "models/catalogs/connector.h"
#include "models/catalogs/openmetadata/context.h"

namespace meshscope::openmetadata {

/// What one reading leaves for the next: what the lists held, and when.
struct State {
    struct Group {
        QStringList units;
        qint64 count = 0;
        bool isUnknown = false; ///< the server has no such list
        QString fields;
    };
    QByteArray reader; ///< program and options it was read with
    QString version;   ///< of the server
    QDateTime fullAt;  ///< when everything was read
    QDateTime at;      ///< what happened since then is not known
    QMap<QString, Group> groups;
    QStringList routes; ///< besides the lists, those the server has
    Context context;

    [[nodiscard]] QByteArray toBytes() const;
    /// Empty where the bytes are none.
    [[nodiscard]] static State fromBytes(const QByteArray &bytes);
};

/// Passes everything on, and remembers the names of the units that came by.
class UnitRecorder final : public RecordSink {
public:
    explicit UnitRecorder(RecordSink &sink)
        : m_sink(sink)
    {
    }
    /// Units from now on are put there; null: nowhere.
    void recordTo(QStringList *units) { m_units = units; }

    [[nodiscard]] Result<void> original(OriginalFile file) override { return m_sink.original(std::move(file)); }
    [[nodiscard]] Result<void> records(const QString &unit, Records records) override;
    [[nodiscard]] Result<void> unchanged(const QString &unit) override;
    [[nodiscard]] Result<void> stale(const QString &unit, Issues issues) override;
    [[nodiscard]] QByteArray knownHash(const QString &unit) const override { return m_sink.knownHash(unit); }
    [[nodiscard]] QByteArray note(const QString &unit) const override { return m_sink.note(unit); }
    [[nodiscard]] Result<void> setNote(const QString &unit, const QByteArray &note) override
    {
        return m_sink.setNote(unit, note);
    }

private:
    RecordSink &m_sink;
    QStringList *m_units = nullptr;
};

/// Holds the recorder, which has to be there before the reading that is given it.
struct Recording {
    explicit Recording(RecordSink &sink)
        : recorder(sink)
    {
    }
    UnitRecorder recorder;
};

} // namespace meshscope::openmetadata
