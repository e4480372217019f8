#include "models/catalogs/filenote.h"

#include <QDataStream>
#include <QIODevice>

namespace meshscope {

QByteArray FileNote::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << quint8(1) << stamp << hash << reader << qint32(documents) << references;
    return bytes;
}

FileNote FileNote::fromBytes(const QByteArray &bytes)
{
    FileNote note;
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    quint8 version = 0;
    qint32 documents = 0;
    stream >> version >> note.stamp >> note.hash >> note.reader >> documents >> note.references;
    if (version != 1 || stream.status() != QDataStream::Ok)
        return {};
    note.documents = documents;
    return note;
}

} // namespace meshscope
