// SPDX-License-Identifier: MIT
// Where do bytes go, and did they arrive? Every stream and file of the program is written through this.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace onduty {

// Collects up to 64 KiB, then hands it on. The sink answers false when the bytes could not be written;
// flush() then throws Failure.
class Output {
  public:
    using Sink = std::function<bool(std::string_view)>;
    explicit Output(Sink sink) : sink_{std::move(sink)} {}
    void write(std::string_view text) {
        buffer_ += text;
        if (buffer_.size() >= kFull) {
            flush();
        }
    }
    void line(std::string_view text) {
        write(text);
        write("\n");
    }
    void flush();

    // How wide rows may be, in columns; 0: as wide as they need. The window is told by who knows it, the start of the
    // program and the list that stays on the screen; what goes into a pipe or a file is never folded.
    std::size_t columns() const { return columns_; }
    void set_columns(std::size_t columns) { columns_ = columns; }

  private:
    static constexpr std::size_t kFull = 64 * 1024;
    Sink sink_;
    std::string buffer_;
    std::size_t columns_ = 0;
};

// Writes to an open descriptor until everything is out.
Output::Sink descriptor_sink(int descriptor);

// A file that appears under its name only when it is complete: written beside it, synced, renamed.
// Mode 0600. Throws Failure or Refusal.
class NewFile {
  public:
    // What becomes of a file of this name that is there already.
    enum class Old {
        kept,                // refused
        kept_without_force,  // refused, with the advice to type --force
        replaced,
    };
    NewFile(std::string name, Old old);
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile();  // removes what was not kept
    Output& output() { return output_; }
    void keep();

  private:
    std::string name_;
    std::string temporary_;
    int descriptor_;
    Output output_;
};

// Of an output file as --force has it.
inline NewFile::Old old_file(bool force) {
    return force ? NewFile::Old::replaced : NewFile::Old::kept_without_force;
}

}  // namespace onduty
