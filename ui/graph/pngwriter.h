#pragma once

#include <QByteArray>
#include <QImage>

#include <memory>
#include <optional>

namespace meshscope {

/// Packs a PNG strip by strip, so that a picture of twenty thousand pixels a side never lies in memory as a whole. RGB, each
/// line told as its difference from the one above it, as PNG (third edition) and zlib say.
class PngWriter {
public:
    explicit PngWriter(const QSize &size);
    ~PngWriter();
    Q_DISABLE_COPY_MOVE(PngWriter)
    /// Strips from the top down, each as wide as the picture; RGB32.
    void add(const QImage &strip);
    /// Nothing when packing failed or lines are missing.
    [[nodiscard]] std::optional<QByteArray> finish();

private:
    struct Packer;
    void chunk(const char *type, const QByteArray &data);
    void pack(const QByteArray &raw, bool isLast);

    QSize m_size;
    int m_lines = 0;
    bool m_failed = false;
    QByteArray m_out, m_above;
    std::unique_ptr<Packer> m_packer;
};

} // namespace meshscope
