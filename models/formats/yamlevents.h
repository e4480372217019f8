#pragma once

#include <QtGlobal>

#include <algorithm>
#include <string_view>

#include <yaml.h>

namespace meshscope {

/// libyaml counts characters; files are addressed in bytes. Walks from the last place asked for: places come nearly in
/// order, so the way is short.
class YamlByteOffsets {
public:
    explicit YamlByteOffsets(std::string_view text)
        : m_text(text)
        , m_ascii(std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    {
    }

    [[nodiscard]] qint64 of(size_t characters)
    {
        if (m_ascii)
            return qint64(std::min(characters, m_text.size()));
        for (; m_characters < characters && m_byte < m_text.size(); ++m_characters) {
            do
                ++m_byte;
            while (m_byte < m_text.size() && isContinuation(m_text[m_byte]));
        }
        for (; m_characters > characters && m_byte > 0; --m_characters) {
            do
                --m_byte;
            while (m_byte > 0 && isContinuation(m_text[m_byte]));
        }
        return qint64(m_byte);
    }

private:
    static bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }
    std::string_view m_text;
    bool m_ascii;
    size_t m_characters = 0;
    size_t m_byte = 0;
};

/// One libyaml parser and its current event, released with it.
class YamlEvents {
public:
    explicit YamlEvents(std::string_view text)
    {
        m_ok = yaml_parser_initialize(&m_parser) != 0;
        if (!m_ok)
            return;
        yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&m_parser, reinterpret_cast<const unsigned char *>(text.data()), text.size());
    }
    ~YamlEvents()
    {
        yaml_event_delete(&m_event);
        if (m_ok)
            yaml_parser_delete(&m_parser);
    }
    YamlEvents(const YamlEvents &) = delete;
    YamlEvents &operator=(const YamlEvents &) = delete;

    [[nodiscard]] bool next()
    {
        yaml_event_delete(&m_event);
        return m_ok && yaml_parser_parse(&m_parser, &m_event) != 0;
    }
    [[nodiscard]] const yaml_event_t &event() const { return m_event; }
    [[nodiscard]] const yaml_parser_t &parser() const { return m_parser; }

private:
    bool m_ok = false;
    yaml_parser_t m_parser = {};
    yaml_event_t m_event = {};
};

} // namespace meshscope
