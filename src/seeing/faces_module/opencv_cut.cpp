#include "seeing/faces_module/opencv_cut.h"

#include <opencv2/core.hpp>
// It does not include what it needs, so core.hpp comes first.
#include <opencv2/imgproc/detail/gcgraph.hpp>

namespace allaprima {

std::vector<bool> opencv_cut(const CutGraph& graph) {
    cv::detail::GCGraph<float> flow(static_cast<unsigned>(graph.vertices.size()),
                                    static_cast<unsigned>(2 * graph.edges.size()));
    for (const CutGraph::Vertex& vertex : graph.vertices)
        flow.addTermWeights(flow.addVtx(), vertex.to_source, vertex.to_sink);
    for (const CutGraph::Edge& edge : graph.edges)
        flow.addEdges(edge.from, edge.to, edge.cost, edge.cost);
    flow.maxFlow();
    std::vector<bool> with_source(graph.vertices.size());
    for (size_t i = 0; i < with_source.size(); ++i)
        with_source[i] = flow.inSourceSegment(static_cast<int>(i));
    return with_source;
}

}  // namespace allaprima
