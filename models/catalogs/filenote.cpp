#include "models/catalogs/filenote.h"

#include <QDataStream>
#include <QIODevice>

#include <openssl/evp.h>

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

/// OpenSSL's uses the processor's instructions for it, Qt's does not.
QByteArray sha256(const QByteArray &bytes)
{
    QByteArray digest(32, Qt::Uninitialized);
    unsigned int size = 0;
    EVP_Digest(bytes.constData(), size_t(bytes.size()), reinterpret_cast<unsigned char *>(digest.data()), &size,
               EVP_sha256(), nullptr);
    return digest;
}

} // namespace meshscope
