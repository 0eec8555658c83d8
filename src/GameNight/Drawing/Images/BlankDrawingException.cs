using GameNight.Http;

namespace GameNight.Drawing.Images;

/// <summary>A drawing has no ink where one with ink is needed.</summary>
public sealed class BlankDrawingException(string message = "The drawing is blank. Draw something first.")
    : ProblemException(StatusCodes.Status422UnprocessableEntity, "Blank drawing", message);
