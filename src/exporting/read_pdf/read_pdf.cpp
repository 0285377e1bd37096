#include "exporting/read_pdf/read_pdf.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace allaprima::testing {
namespace {

std::optional<PdfBox> box_of(QPDFObjectHandle page, const char* name) {
    if (!page.hasKey(name))
        return std::nullopt;
    PdfBox sides{};
    for (int i = 0; i < 4; ++i)
        sides[static_cast<size_t>(i)] = page.getKey(name).getArrayItem(i).getNumericValue();
    return sides;
}

std::optional<PdfPicture> picture_of(QPDFObjectHandle page) {
    QPDFObjectHandle objects = page.getKey("/Resources").getKey("/XObject");
    if (!objects.isDictionary() || !objects.hasKey("/Picture"))
        return std::nullopt;
    QPDFObjectHandle stream = objects.getKey("/Picture");
    const auto data = stream.getStreamData();
    return PdfPicture{stream.getDict().getKey("/Width").getIntValueAsInt(),
                      stream.getDict().getKey("/Height").getIntValueAsInt(),
                      {data->getBuffer(), data->getBuffer() + data->getSize()}};
}

}  // namespace

PdfAsRead read_pdf(const std::string& path) {
    QPDF pdf;
    pdf.processFile(path.c_str());
    PdfAsRead read;
    for (QPDFPageObjectHelper& helper : QPDFPageDocumentHelper(pdf).getAllPages()) {
        const QPDFObjectHandle page = helper.getObjectHandle();
        read.pages.push_back({box_of(page, "/MediaBox").value(), box_of(page, "/TrimBox"),
                              box_of(page, "/BleedBox"), helper.getImages().size(), picture_of(page)});
    }
    read.tells_its_date = pdf.getTrailer().getKey("/Info").hasKey("/CreationDate");
    return read;
}

}  // namespace allaprima::testing
