#include "models/store/compress.h"

#include "models/store/storetext.h"

#include <zstd.h>

namespace meshscope {

Result<QByteArray> compressed(const QByteArray &bytes)
{
    static thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(),
                                                                                           &ZSTD_freeCCtx);
    QByteArray packed(qsizetype(ZSTD_compressBound(size_t(bytes.size()))), Qt::Uninitialized);
    const size_t size =
        ZSTD_compressCCtx(context.get(), packed.data(), size_t(packed.size()), bytes.constData(), size_t(bytes.size()), 1);
    if (ZSTD_isError(size))
        return fail(Error::Code::Failed, QString::fromUtf8(ZSTD_getErrorName(size)));
    return QByteArray(packed.constData(), qsizetype(size));
}

Result<QByteArray> decompressed(const QByteArray &bytes, qint64 size)
{
    QByteArray plain(qsizetype(size), Qt::Uninitialized);
    const size_t got = ZSTD_decompress(plain.data(), size_t(size), bytes.constData(), size_t(bytes.size()));
    if (ZSTD_isError(got) || qint64(got) != size)
        return fail(Error::Code::Corrupt, StoreText::tr("The original document is damaged in the workspace. "
                                                        "Sync its endpoint again."));
    return plain;
}

} // namespace meshscope
