#include "tests/ui/colourmath.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace meshscope::test {

namespace {

using Triple = std::array<double, 3>;

double toLinear(double c)
{
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double toGamma(double c)
{
    c = std::clamp(c, 0.0, 1.0);
    return c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
}

Triple linear(const QColor &c)
{
    return {toLinear(double(c.redF())), toLinear(double(c.greenF())), toLinear(double(c.blueF()))};
}

Triple times(const std::array<Triple, 3> &m, const Triple &v)
{
    Triple r{};
    for (size_t i = 0; i < 3; ++i)
        r[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    return r;
}

Triple lab(const QColor &color)
{
    const Triple xyz = times({Triple{0.4124564, 0.3575761, 0.1804375}, Triple{0.2126729, 0.7151522, 0.0721750},
                              Triple{0.0193339, 0.1191920, 0.9503041}},
                             linear(color));
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f(xyz[0] / 0.95047);
    const double y = f(xyz[1]);
    const double z = f(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &c) {
        const Triple v = linear(c);
        return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2];
    };
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor seenBy(const QColor &color, Vision vision)
{
    static const std::array<std::array<Triple, 3>, 3> machado{
        std::array<Triple, 3>{Triple{0.152286, 1.052583, -0.204868}, Triple{0.114503, 0.786281, 0.099216},
                              Triple{-0.003882, -0.048116, 1.051998}},
        std::array<Triple, 3>{Triple{0.367322, 0.860646, -0.227968}, Triple{0.280085, 0.672501, 0.047413},
                              Triple{-0.011820, 0.042940, 0.968881}},
        std::array<Triple, 3>{Triple{1.255528, -0.076749, -0.178779}, Triple{-0.078411, 0.930809, 0.147602},
                              Triple{0.004733, 0.691367, 0.303900}}};
    if (vision == Vision::Normal)
        return color;
    const Triple v = times(machado[size_t(vision) - 1], linear(color));
    return QColor::fromRgbF(float(toGamma(v[0])), float(toGamma(v[1])), float(toGamma(v[2])));
}

double deltaE2000(const QColor &first, const QColor &second)
{
    // Sharma, Wu, Dalal 2005.
    const Triple p = lab(first);
    const Triple q = lab(second);
    const double pi = std::numbers::pi;
    const double c1 = std::hypot(p[1], p[2]);
    const double c2 = std::hypot(q[1], q[2]);
    const double mean7 = std::pow((c1 + c2) / 2, 7);
    const double g = 0.5 * (1 - std::sqrt(mean7 / (mean7 + std::pow(25.0, 7))));
    const double a1 = (1 + g) * p[1];
    const double a2 = (1 + g) * q[1];
    const double cp1 = std::hypot(a1, p[2]);
    const double cp2 = std::hypot(a2, q[2]);
    const auto hue = [&](double b, double a) {
        if (a == 0 && b == 0)
            return 0.0;
        const double h = std::atan2(b, a) * 180 / pi;
        return h < 0 ? h + 360 : h;
    };
    const double h1 = hue(p[2], a1);
    const double h2 = hue(q[2], a2);
    double dh = 0;
    if (cp1 * cp2 != 0) {
        dh = h2 - h1;
        if (dh > 180)
            dh -= 360;
        else if (dh < -180)
            dh += 360;
    }
    const double dHue = 2 * std::sqrt(cp1 * cp2) * std::sin(dh / 2 * pi / 180);
    const double l = (p[0] + q[0]) / 2;
    const double cp = (cp1 + cp2) / 2;
    double h = h1 + h2;
    if (cp1 * cp2 != 0)
        h = std::abs(h1 - h2) <= 180 ? h / 2 : h < 360 ? (h + 360) / 2 : (h - 360) / 2;
    const auto cosine = [&](double degrees) { return std::cos(degrees * pi / 180); };
    const double t = 1 - 0.17 * cosine(h - 30) + 0.24 * cosine(2 * h) + 0.32 * cosine(3 * h + 6) - 0.20 * cosine(4 * h - 63);
    const double sl = 1 + 0.015 * (l - 50) * (l - 50) / std::sqrt(20 + (l - 50) * (l - 50));
    const double sc = 1 + 0.045 * cp;
    const double sh = 1 + 0.015 * cp * t;
    const double cp7 = std::pow(cp, 7);
    const double rt =
        -2 * std::sqrt(cp7 / (cp7 + std::pow(25.0, 7))) * std::sin(60 * std::exp(-std::pow((h - 275) / 25, 2)) * pi / 180);
    const double dl = (q[0] - p[0]) / sl;
    const double dc = (cp2 - cp1) / sc;
    const double dhh = dHue / sh;
    return std::sqrt(dl * dl + dc * dc + dhh * dhh + rt * dc * dhh);
}

} // namespace meshscope::test
