// The networks that the eyes use: where each lies in the packages of Google's MediaPipe, what it must be, and what is asked of
// it. All are under the Apache License 2.0; see NOTICE.

export const kPackages = {
  faceDetection: "@mediapipe/face_detection",
  faceMesh: "@mediapipe/face_mesh",
  hands: "@mediapipe/hands",
  pose: "@mediapipe/pose",
  selfieSegmentation: "@mediapipe/selfie_segmentation",
};

/** What says what, for the answer. */
export const kNamed = {
  faces: { from: "faceDetection", title: "face detection full range" },
  mesh: { from: "faceMesh", title: "face mesh with attention" },
  pose: { from: "pose", title: "pose full" },
  hands: { from: "hands", title: "hands full" },
  mask: { from: "selfieSegmentation", title: "selfie segmentation" },
};

/**
 * By name: the package, the file, where in a bundle of files it begins and ends, its SHA-256, and which of its outputs are
 * wanted, by their places.
 */
export const kModels = {
  faceDetector: {
    from: "faceDetection",
    file: "face_detection_full_range.tflite",
    sha256: "99bf9494d84f50acc6617d89873f71bf6635a841ea699c17cb3377f9507cfec3",
    outputs: { boxes: 0, scores: 1 },
  },
  faceMesh: {
    from: "faceMesh",
    file: "face_mesh_solution_packed_assets.data",
    bytes: [0, 2495952],
    sha256: "883b7411747bac657c30c462d305d312e9dec6adbf8b85e2f5d8d722fca9455d",
    outputs: { mesh: 0, lips: 1, leftEye: 2, rightEye: 3, leftIris: 4, rightIris: 5, presence: 6 },
  },
  poseDetector: {
    from: "pose",
    file: "pose_solution_packed_assets.data",
    bytes: [0, 2962288],
    sha256: "a63c614bef30d35947f13be361820b1e4e3bec9cfeebf4d11216a18373108e85",
    outputs: { boxes: 0, scores: 1 },
  },
  pose: {
    from: "pose",
    file: "pose_landmark_full.tflite",
    sha256: "e9a5c5cb17f736fafd4c2ec1da3b3d331d6edbe8a0d32395855aeb2cdfd64b9f",
    outputs: { landmarks: 0, presence: 1 },
  },
  palmDetector: {
    from: "hands",
    file: "hands_solution_packed_assets.data",
    bytes: [11, 2341291],
    sha256: "2f25e740121983f68ffc05f99991d524dc0ea812134f6316a26125816941ee85",
    outputs: { boxes: 0, scores: 1 },
  },
  hand: {
    from: "hands",
    file: "hand_landmark_full.tflite",
    sha256: "8c026882c9ec059ce0f8e75266bee5a9a23c341a40e0000df755374d3d1b9b68",
    outputs: { landmarks: 0, presence: 1, side: 2 },
  },
  personMask: {
    from: "selfieSegmentation",
    file: "selfie_segmentation.tflite",
    sha256: "8d13b7fae74af625c641226813616a2117bd6bca19eb3b75574621fc08557f27",
    outputs: { mask: 0 },
  },
};
