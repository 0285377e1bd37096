#pragma once
#include <memory>
#include <optional>
#include <string>

#include "film/films_module/av_handles.h"
#include "film/footage.h"

namespace allaprima {

/// Reads films by libav.
class AvFootage final : public Footage {
  public:
    /// An error where the file holds no moving picture, and where it is of a kind or size that is not read.
    static Result<std::unique_ptr<Footage>> open(const std::string& path);

    const FootageFacts& facts() const override { return facts_; }
    Result<std::optional<FootageFrame>> next() override;

  private:
    explicit AvFootage(std::string path) : path_(std::move(path)) {}

    Status begin();
    Status open_decoder(const AVCodec* decoder);
    Status read_facts();
    Status make_filters(const AVFrame& first);
    /// The next frame as it is coded; false after the last.
    Result<bool> decode();
    Error fault(const std::string& what) const;

    std::string path_;
    FootageFacts facts_;
    std::unique_ptr<AVFormatContext, AvInputCloser> file_;
    AvHandle<AVCodecContext> codec_;
    AvHandle<AVPacket> packet_;
    AvHandle<AVFrame> coded_, filtered_;
    AvHandle<AVFilterGraph> filters_;
    AVFilterContext *source_ = nullptr, *sink_ = nullptr;  ///< The graph's own.
    AVStream* stream_ = nullptr;                           ///< The file's own.
    Size coded_size_;                                      ///< Of the frames that the filters were made for,
    int coded_format_ = -1;                                ///< and how their samples are laid out.
    bool read_all_ = false;
};

}  // namespace allaprima
