#include "ui/theme/tokens.h"

namespace meshscope {

namespace {

// One table a scheme. The pairs used together and the four status colours are checked in tests/ui/tst_theme.cpp.
Tokens lightTokens()
{
    Tokens t;
    t.scheme = Scheme::Light;
    t.window = QColor(0xf1f2f5u);
    t.surface = QColor(0xffffffu);
    t.canvas = QColor(0xf8f9fbu);
    t.raised = QColor(0xffffffu);
    t.sunken = QColor(0xe9ebefu);
    t.hover = QColor(0xeef0f4u);
    t.selection = QColor(0xdce6fcu);
    t.selectionText = QColor(0x181c24u);
    t.selectionIdle = QColor(0xe2e5eau);
    t.accentSoft = QColor(0xe3eafbu);
    t.line = QColor(0xdcdfe5u);
    t.lineStrong = QColor(0x828a97u);
    t.edge = QColor(0x7f8896u);
    t.flow = QColor(0x858e9du);
    t.focus = QColor(0x2857c8u);
    t.text = QColor(0x181c24u);
    t.muted = QColor(0x545c6au);
    t.faded = QColor(0x7c8492u);
    t.link = QColor(0x2450bdu);
    t.accent = QColor(0x2857c8u);
    t.accentText = QColor(0xffffffu);
    t.met = QColor(0x0a7360u);
    t.risk = QColor(0xbf6900u);
    t.breached = QColor(0xa8132bu);
    t.unknown = QColor(0x7b8390u);
    t.signGlyph = QColor(0xffffffu);
    t.metSoft = QColor(0xddf1eau);
    t.riskSoft = QColor(0xfbebd3u);
    t.breachedSoft = QColor(0xfae1e3u);
    t.unknownSoft = QColor(0xeceef1u);
    t.metText = QColor(0x0a6a58u);
    t.riskText = QColor(0x8a4b00u);
    t.breachedText = QColor(0xa8132bu);
    t.unknownText = QColor(0x545c6au);
    t.skeleton = QColor(0xe4e7ecu);
    t.tooltip = QColor(0x20242cu);
    t.tooltipText = QColor(0xffffffu);
    t.accentHover = QColor(0x1f48abu);
    t.accentPressed = QColor(0x183a8cu);
    t.pathBorder = QColor(0x6f8fddu);
    t.fadedCard = QColor(0xfbfbfcu);
    t.fadedBorder = QColor(0xe7e9edu);
    t.fadedEdge = QColor(0xdde1e7u);
    t.hues = {{
        {QColor(0x6673c1u), QColor(0xe3e8feu), QColor(0xf3f5ffu), QColor(0xf9fafdu), QColor(0xc1c9ecu),
         QColor(0x363d6fu)}, // indigo
        {QColor(0x3c7ebeu), QColor(0xdbecfdu), QColor(0xeff7feu), QColor(0xf8fafdu), QColor(0xb3ceebu),
         QColor(0x19446du)}, // blue
        {QColor(0x0988a5u), QColor(0xd5eff8u), QColor(0xedf8fcu), QColor(0xf5fbfeu), QColor(0xa7d3e1u),
         QColor(0x004a5cu)}, // cyan
        {QColor(0x138c89u), QColor(0xd4f0efu), QColor(0xecf9f8u), QColor(0xf4fcfbu), QColor(0xa5d5d3u),
         QColor(0x014d4bu)}, // teal
        {QColor(0x318f5au), QColor(0xdbf0e1u), QColor(0xeff9f2u), QColor(0xf6fcf8u), QColor(0xb2d5bdu),
         QColor(0x0f4f2eu)}, // fern
        {QColor(0x6a862du), QColor(0xe5edd8u), QColor(0xf4f7eeu), QColor(0xf9fbf5u), QColor(0xc3d1aeu),
         QColor(0x384a0eu)}, // moss
        {QColor(0x90790cu), QColor(0xf0ead4u), QColor(0xf8f6ecu), QColor(0xfcfaf4u), QColor(0xd4cba6u),
         QColor(0x4f4102u)}, // ochre
        {QColor(0xaa691bu), QColor(0xf8e6d5u), QColor(0xfcf4edu), QColor(0xfef9f5u), QColor(0xe2c5a9u),
         QColor(0x613700u)}, // clay
        {QColor(0xb55e43u), QColor(0xfde3dbu), QColor(0xfef3f0u), QColor(0xfdf9f8u), QColor(0xe9c0b3u),
         QColor(0x68301eu)}, // coral
        {QColor(0xb45971u), QColor(0xfce2e7u), QColor(0xfef2f4u), QColor(0xfdf9fau), QColor(0xe8bec6u),
         QColor(0x672d3cu)}, // rose
        {QColor(0xa55d96u), QColor(0xf7e2f2u), QColor(0xfcf3f9u), QColor(0xfef8fcu), QColor(0xe0bfd8u),
         QColor(0x5d2f54u)}, // plum
        {QColor(0x8b66b3u), QColor(0xeee5fau), QColor(0xf8f4fdu), QColor(0xfbf9ffu), QColor(0xd2c3e5u),
         QColor(0x4d3566u)}, // violet
    }};
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.scheme = Scheme::Dark;
    t.window = QColor(0x1b1e24u);
    t.surface = QColor(0x15181du);
    t.canvas = QColor(0x111419u);
    t.raised = QColor(0x232830u);
    t.sunken = QColor(0x0e1115u);
    t.hover = QColor(0x2c323cu);
    t.selection = QColor(0x26355eu);
    t.selectionText = QColor(0xe7eaf0u);
    t.selectionIdle = QColor(0x2f3541u);
    t.accentSoft = QColor(0x1f2a47u);
    t.line = QColor(0x2e343eu);
    t.lineStrong = QColor(0x6f7888u);
    t.edge = QColor(0x667080u);
    t.flow = QColor(0x667080u);
    t.focus = QColor(0x8aaaffu);
    t.text = QColor(0xe7eaf0u);
    t.muted = QColor(0xa3abb9u);
    t.faded = QColor(0x7a8393u);
    t.link = QColor(0x9db7ffu);
    t.accent = QColor(0x8aaaffu);
    t.accentText = QColor(0x0d1424u);
    t.met = QColor(0x5cd3aeu);
    t.risk = QColor(0xffbe2eu);
    t.breached = QColor(0xf0616du);
    t.unknown = QColor(0x8c95a4u);
    t.signGlyph = QColor(0x101317u);
    t.metSoft = QColor(0x14342cu);
    t.riskSoft = QColor(0x3a2c0cu);
    t.breachedSoft = QColor(0x42191fu);
    t.unknownSoft = QColor(0x282d36u);
    t.metText = QColor(0x74ddbbu);
    t.riskText = QColor(0xffcb57u);
    t.breachedText = QColor(0xff8791u);
    t.unknownText = QColor(0xa3abb9u);
    t.skeleton = QColor(0x2a303au);
    t.tooltip = QColor(0xe7eaf0u);
    t.tooltipText = QColor(0x15181du);
    t.accentHover = QColor(0xa3bdffu);
    t.accentPressed = QColor(0x7595eeu);
    t.pathBorder = QColor(0x7393eau);
    t.fadedCard = QColor(0x171b21u);
    t.fadedBorder = QColor(0x262c35u);
    t.fadedEdge = QColor(0x3a4350u);
    t.hues = {{
        {QColor(0x8a99e3u), QColor(0x25293bu), QColor(0x191b23u), QColor(0x20222du), QColor(0x404663u),
         QColor(0xc6cff6u)}, // indigo
        {QColor(0x67a3e0u), QColor(0x1d2b3au), QColor(0x161c23u), QColor(0x1c242cu), QColor(0x334a62u),
         QColor(0xb6d5f4u)}, // blue
        {QColor(0x3baeceu), QColor(0x152e36u), QColor(0x131e21u), QColor(0x18252au), QColor(0x254e5au),
         QColor(0xaadaeau)}, // cyan
        {QColor(0x2eb4b0u), QColor(0x142f2eu), QColor(0x131e1eu), QColor(0x172625u), QColor(0x23504fu),
         QColor(0xa8dddau)}, // teal
        {QColor(0x61b380u), QColor(0x1c2f23u), QColor(0x161e18u), QColor(0x1b261fu), QColor(0x31503cu),
         QColor(0xb5dcc1u)}, // fern
        {QColor(0x8faa5bu), QColor(0x262d1au), QColor(0x1a1d15u), QColor(0x21251au), QColor(0x414d2eu),
         QColor(0xc9d8b1u)}, // moss
        {QColor(0xb49d46u), QColor(0x2f2a16u), QColor(0x1e1c13u), QColor(0x262318u), QColor(0x504727u),
         QColor(0xdcd1a9u)}, // ochre
        {QColor(0xcd8f50u), QColor(0x362718u), QColor(0x211a14u), QColor(0x2a2119u), QColor(0x5b422au),
         QColor(0xebcaacu)}, // clay
        {QColor(0xd9856bu), QColor(0x39241eu), QColor(0x231916u), QColor(0x2c201cu), QColor(0x5f3e34u),
         QColor(0xf2c5b7u)}, // coral
        {QColor(0xd88095u), QColor(0x392328u), QColor(0x22191bu), QColor(0x2b1f21u), QColor(0x5f3c44u),
         QColor(0xf2c3ccu)}, // rose
        {QColor(0xc984bau), QColor(0x352431u), QColor(0x21191fu), QColor(0x291f27u), QColor(0x593d52u),
         QColor(0xe9c4dfu)}, // plum
        {QColor(0xae8cd5u), QColor(0x2e2638u), QColor(0x1d1a22u), QColor(0x25202bu), QColor(0x4e415eu),
         QColor(0xd9c9efu)}, // violet
    }};
    return t;
}

Tokens highContrastTokens()
{
    Tokens t;
    t.scheme = Scheme::HighContrast;
    t.window = QColor(0x000000u);
    t.surface = QColor(0x000000u);
    t.canvas = QColor(0x000000u);
    t.raised = QColor(0x0b0b0bu);
    t.sunken = QColor(0x000000u);
    t.hover = QColor(0x1c1c1cu);
    t.selection = QColor(0xffe14du);
    t.selectionText = QColor(0x000000u);
    t.selectionIdle = QColor(0x3d3d3du);
    t.accentSoft = QColor(0x00263du);
    t.line = QColor(0x8c8c8cu);
    t.lineStrong = QColor(0xffffffu);
    t.edge = QColor(0xbdbdbdu);
    t.flow = QColor(0xbdbdbdu);
    t.focus = QColor(0xffe14du);
    t.text = QColor(0xffffffu);
    t.muted = QColor(0xe2e2e2u);
    t.faded = QColor(0xa6a6a6u);
    t.link = QColor(0x8fd3ffu);
    t.accent = QColor(0x6cc5ffu);
    t.accentText = QColor(0x000000u);
    t.met = QColor(0x7cffd4u);
    t.risk = QColor(0xffb000u);
    t.breached = QColor(0xff5c6cu);
    t.unknown = QColor(0x9a9a9au);
    t.signGlyph = QColor(0x000000u);
    t.metSoft = QColor(0x003d2cu);
    t.riskSoft = QColor(0x3d2a00u);
    t.breachedSoft = QColor(0x4d0010u);
    t.unknownSoft = QColor(0x262626u);
    t.metText = QColor(0x66f0c4u);
    t.riskText = QColor(0xffc33du);
    t.breachedText = QColor(0xff8a95u);
    t.unknownText = QColor(0xe2e2e2u);
    t.skeleton = QColor(0x3a3a3au);
    t.tooltip = QColor(0xffffffu);
    t.tooltipText = QColor(0x000000u);
    t.accentHover = QColor(0x9ad8ffu);
    t.accentPressed = QColor(0x4fb0eeu);
    t.pathBorder = QColor(0x6cc5ffu);
    t.fadedCard = QColor(0x000000u);
    t.fadedBorder = QColor(0x8c8c8cu);
    t.fadedEdge = QColor(0x8c8c8cu);
    t.hues = {{
        {QColor(0xb3c0ffu), QColor(0x000000u), QColor(0x000000u), QColor(0x000000u), QColor(0xb3c0ffu),
         QColor(0xffffffu)}, // indigo
        {QColor(0x97c9fdu), QColor(0x000000u), QColor(0x000000u), QColor(0x000000u), QColor(0x97c9fdu),
         QColor(0xffffffu)}, // blue
        {QColor(0x48d7feu), QColor(0x000000u), QColor(0x000000u), QColor(0x000000u), QColor(0x48d7feu),
         QColor(0xffffffu)}, // cyan
        {QColor(0x38dedau), QColor(0x000000u), QColor(0x000000u), QColor(0x000000u), QColor(0x38dedau),
         QColor(0xffffffu)}, // teal
        {QColor(0x79dd9fu), QColor(0x000000u), QColor(0x000000u), QColor(0x000000u), QColor(0x79dd9fu),
         QColor(0xffffffu)}, // fern
        {QColor(0xb1d372u), QColor(0x000000u), QColor(0x000000u), QColor(0x000000u), QColor(0xb1d372u),
         QColor(0xffffffu)}, // moss
        {QColor(0xdec358u), QColor(0x000000u), QColor(0x000000u), QColor(0x000000u), QColor(0xdec358u),
         QColor(0xffffffu)}, // ochre
        {QColor(0xfeb263u), QColor(0x000000u), QColor(0x000000u), QColor(0x000000u), QColor(0xfeb263u),
         QColor(0xffffffu)}, // clay
        {QColor(0xfead94u), QColor(0x000000u), QColor(0x000000u), QColor(0x000000u), QColor(0xfead94u),
         QColor(0xffffffu)}, // coral
        {QColor(0xffa7bbu), QColor(0x000000u), QColor(0x000000u), QColor(0x000000u), QColor(0xffa7bbu),
         QColor(0xffffffu)}, // rose
        {QColor(0xf8a3e5u), QColor(0x000000u), QColor(0x000000u), QColor(0x000000u), QColor(0xf8a3e5u),
         QColor(0xffffffu)}, // plum
        {QColor(0xd5b2feu), QColor(0x000000u), QColor(0x000000u), QColor(0x000000u), QColor(0xd5b2feu),
         QColor(0xffffffu)}, // violet
    }};
    return t;
}

} // namespace

const Tokens &tokensOf(Scheme scheme)
{
    static const Tokens light = lightTokens();
    static const Tokens dark = darkTokens();
    static const Tokens highContrast = highContrastTokens();
    switch (scheme) {
    case Scheme::Dark: return dark;
    case Scheme::HighContrast: return highContrast;
    case Scheme::Light: break;
    }
    return light;
}

} // namespace meshscope
