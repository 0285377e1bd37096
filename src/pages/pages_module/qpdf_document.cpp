#include "pages/pages_module/qpdf_document.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/Pl_StdioFile.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace allaprima {
namespace {

struct FileCloser {
    void operator()(FILE* file) const { std::fclose(file); }
};

QPDFObjectHandle box_of(const std::array<double, 4>& sides) {
    QPDFObjectHandle array = QPDFObjectHandle::newArray();
    for (const double side : sides)
        array.appendItem(QPDFObjectHandle::newReal(side, 4));
    return array;
}

/// An ICC profile as a colour space.
QPDFObjectHandle profile_stream(QPDF& pdf, const PrintDocument& document) {
    QPDFObjectHandle stream = pdf.newStream(std::string(document.profile.begin(), document.profile.end()));
    QPDFObjectHandle dictionary = stream.getDict();
    dictionary.replaceKey("/N", QPDFObjectHandle::newInteger(document.channels));
    const char* alternate = document.channels == 1   ? "/DeviceGray"
                            : document.channels == 3 ? "/DeviceRGB"
                                                     : "/DeviceCMYK";
    dictionary.replaceKey("/Alternate", QPDFObjectHandle::newName(alternate));
    return stream;
}

QPDFObjectHandle picture_stream(QPDF& pdf, const PrintDocument& document, const QPDFObjectHandle& profile) {
    std::ifstream in(document.samples_file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    QPDFObjectHandle stream = pdf.newStream();
    stream.replaceStreamData(bytes, QPDFObjectHandle::newName("/FlateDecode"), QPDFObjectHandle::newNull());
    QPDFObjectHandle colours = QPDFObjectHandle::newArray();
    colours.appendItem(QPDFObjectHandle::newName("/ICCBased"));
    colours.appendItem(profile);
    QPDFObjectHandle dictionary = stream.getDict();
    dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
    dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Image"));
    dictionary.replaceKey("/Width", QPDFObjectHandle::newInteger(document.width));
    dictionary.replaceKey("/Height", QPDFObjectHandle::newInteger(document.height));
    dictionary.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(8));
    dictionary.replaceKey("/ColorSpace", colours);
    return stream;
}

/// Says what press the colours are for.
void add_intent(QPDF& pdf, const QPDFObjectHandle& profile, const std::string& device) {
    QPDFObjectHandle intent = QPDFObjectHandle::newDictionary();
    intent.replaceKey("/Type", QPDFObjectHandle::newName("/OutputIntent"));
    intent.replaceKey("/S", QPDFObjectHandle::newName("/GTS_PDFX"));
    intent.replaceKey("/OutputConditionIdentifier", QPDFObjectHandle::newUnicodeString(device));
    intent.replaceKey("/Info", QPDFObjectHandle::newUnicodeString(device));
    intent.replaceKey("/DestOutputProfile", profile);
    QPDFObjectHandle list = QPDFObjectHandle::newArray();
    list.appendItem(intent);
    pdf.getRoot().replaceKey("/OutputIntents", list);
}

void add_page(QPDF& pdf, const PrintDocument& document) {
    const QPDFObjectHandle profile = profile_stream(pdf, document);
    if (!document.intent.empty())
        add_intent(pdf, profile, document.intent);
    QPDFObjectHandle page = pdf.makeIndirectObject(QPDFObjectHandle::parse(
        "<< /Type /Page /Resources << /XObject << >> /ColorSpace << /All [ /Separation /All /DeviceGray "
        "<< /FunctionType 2 /Domain [ 0 1 ] /C0 [ 1 ] /C1 [ 0 ] /N 1 >> ] >> >> >>"));
    page.getKey("/Resources")
        .getKey("/XObject")
        .replaceKey("/Picture", picture_stream(pdf, document, profile));
    page.replaceKey("/MediaBox", box_of(document.media));
    page.replaceKey("/TrimBox", box_of(document.trim));
    page.replaceKey("/BleedBox", box_of(document.bleed));
    page.replaceKey("/Contents", pdf.newStream(document.contents));
    QPDFPageDocumentHelper(pdf).addPage(page, true);
}

/// By qpdf's pipelines.
class DeflatedFile final : public CompressedFile {
  public:
    explicit DeflatedFile(FILE* file)
        : file_(file),
          out_(std::make_unique<Pl_StdioFile>("samples", file)),
          flate_(std::make_unique<Pl_Flate>("flate", out_.get(), Pl_Flate::a_deflate)) {}

    void add(const std::vector<unsigned char>& bytes) override {
        if (!fault_.empty())
            return;
        try {
            flate_->write(bytes.data(), bytes.size());
        } catch (const std::exception& fault) {
            fault_ = fault.what();
        }
    }

    std::string finish() override {
        try {
            if (fault_.empty())
                flate_->finish();
        } catch (const std::exception& fault) {
            fault_ = fault.what();
        }
        flate_.reset();
        out_.reset();
        if (std::fclose(file_.release()) != 0 && fault_.empty())
            fault_ = "it cannot be written to the disk";
        return fault_;
    }

  private:
    std::unique_ptr<FILE, FileCloser> file_;
    std::unique_ptr<Pl_StdioFile> out_;
    std::unique_ptr<Pl_Flate> flate_;
    std::string fault_;
};

}  // namespace

std::unique_ptr<CompressedFile> deflated_file(const std::string& path) {
    FILE* file = std::fopen(path.c_str(), "wb");
    if (!file)
        return nullptr;
    return std::make_unique<DeflatedFile>(file);
}

std::string write_by_qpdf(const PrintDocument& document, const std::string& file) {
    try {
        QPDF pdf;
        pdf.emptyPDF();
        QPDFObjectHandle info = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        info.replaceKey("/Creator", QPDFObjectHandle::newUnicodeString("Alla Prima"));
        info.replaceKey("/Trapped", QPDFObjectHandle::newName("/False"));
        pdf.getTrailer().replaceKey("/Info", info);
        add_page(pdf, document);
        if (!document.xmp.empty()) {
            QPDFObjectHandle metadata = QPDFObjectHandle::newStream(&pdf, document.xmp);
            metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
            metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
            pdf.getRoot().replaceKey("/Metadata", pdf.makeIndirectObject(metadata));
        }
        QPDFWriter writer(pdf, file.c_str());
        writer.setDeterministicID(true);
        writer.setMinimumPDFVersion("1.4");
        writer.write();
    } catch (const std::exception& fault) {
        return fault.what();
    }
    return {};
}

}  // namespace allaprima
