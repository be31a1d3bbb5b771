"""The two models of text recognition: where lines are, and what a line says.

Runs in a worker process.  The models lie inside the installed wheel and are named by path, so
that nothing is ever fetched; one processor core each.
"""

import logging
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import rapidocr
from rapidocr.ch_ppocr_det import TextDetector
from rapidocr.ch_ppocr_rec import TextRecInput, TextRecognizer

from reviewer.intake.images import Pixels
from reviewer.intake.ocr_settings import DETECT_MOST, DETECT_SIDE

_LINE = [3, 48, 64]
"""Channels, height and least width of a line as the model gets it.  The library pads every line
to 320: narrow cells of forms take 2.6 times as long so, for the same text (measured)."""
_A4 = 2339
"""Pixels of the longer side of an A4 page at 200 dpi."""
_BATCH = 1
"""Lines at once.  Six cost 30 % more time and 2.5 times the memory of one (measured)."""
_MODELS = Path(rapidocr.__file__).parent / "models"
_DETECTION = "PP-OCRv6_det_small.onnx"
_RECOGNITION = "PP-OCRv6_rec_small.onnx"

Quad = npt.NDArray[np.float32]
"""Four corners in pixels: top left, top right, bottom right, bottom left."""


class Recogniser:
    """The two models.  Loading takes about a second and 200 MB."""

    def __init__(self, detect_side: int = DETECT_SIDE) -> None:
        self._side = detect_side
        logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
        cv2.setNumThreads(1)
        settings = rapidocr.RapidOCR(
            params={
                "Global.log_level": "critical",
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                "Det.model_path": str(_MODELS / _DETECTION),
                "Det.limit_type": "max",
                "Det.limit_side_len": detect_side,
                "Rec.model_path": str(_MODELS / _RECOGNITION),
                "Rec.rec_batch_num": _BATCH,
                "Rec.rec_img_shape": _LINE,
            }
        ).cfg
        for part in (settings.Det, settings.Rec):
            part.engine_cfg = settings.EngineConfig.onnxruntime
            part.font_path = None
        self._detector = TextDetector(settings.Det)
        self._recognizer = TextRecognizer(settings.Rec)

    def detect(self, image: Pixels) -> list[Quad]:
        """Return the corners of every line of text."""
        grown = self._side * max(image.shape[:2]) // _A4
        self._detector.limit_side_len = min(max(grown, self._side), DETECT_MOST)
        found = self._detector(image).boxes
        return [] if found is None else [np.asarray(quad, dtype=np.float32) for quad in found]

    def recognise(self, crops: list[Pixels]) -> list[tuple[str, list[float]]]:
        """Return text and confidence of each character, 0–1, for each picture of a line."""
        if not crops:
            return []
        found = self._recognizer(TextRecInput(img=crops, return_word_box=True))
        return [
            _with_certainty(text, float(score), word)
            for text, score, word in zip(
                found.txts or (), found.scores, found.word_results, strict=True
            )
        ]


def _with_certainty(text: str, score: float, word: object) -> tuple[str, list[float]]:
    certainty = [float(value) for value in getattr(word, "confs", ())]
    # A few symbols of the model's alphabet are longer than one character.
    if len(certainty) != len(text):
        certainty = [score] * len(text)
    return text, certainty
