#pragma once
#include <memory>
#include <vector>

#include "base/geometry.h"
#include "base/result.h"
#include "image/image.h"

namespace allaprima {

/// A square in which a detector sees a face, pixels of the picture it looked at.
struct FaceSighting {
    Vec2 centre;
    float side = 0.0f;
    size_t filter = 0;  ///< Which of the detector's five filters found it; see kLeans in faces.cpp.
    double confidence = 0.0;
};

/// Looks for faces in one picture after another.
class FaceDetector {
  public:
    virtual ~FaceDetector() = default;
    FaceDetector(const FaceDetector&) = delete;
    FaceDetector& operator=(const FaceDetector&) = delete;

    /// @param grey luma, 0 to 255. @param least confidence of what counts.
    virtual std::vector<FaceSighting> look(const Image<unsigned char>& grey, double least) = 0;

  protected:
    FaceDetector() = default;
};

/// A graph whose vertices are to be divided into two sides; all weights ≥ 0.
struct CutGraph {
    struct Vertex {
        float to_source, to_sink;  ///< What it costs to part it from either.
    };
    struct Edge {
        int from, to;
        float cost;  ///< Of having its ends on two sides, whichever.
    };
    std::vector<Vertex> vertices;
    std::vector<Edge> edges;
};

/// What allaprima-faces.so offers: dlib's detector of faces and OpenCV's maximum flow.
class FacesModule {
  public:
    virtual std::unique_ptr<FaceDetector> face_detector() const = 0;

    /// The cheapest division: for each vertex whether it is on the source's side. Same graph, with its
    /// vertices and edges in the same order: same division.
    virtual std::vector<bool> minimum_cut(const CutGraph& graph) const = 0;

  protected:
    ~FacesModule() = default;
};

/// An error where the module is not installed.
Result<const FacesModule*> faces_module();

}  // namespace allaprima
