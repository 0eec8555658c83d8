using GameNight.Http;

namespace GameNight.Drawing.Images;

/// <summary>There is no ink to look at.</summary>
public sealed class BlankDrawingException(string message = "The drawing is blank. Draw something first.")
    : ProblemException(StatusCodes.Status422UnprocessableEntity, "Blank drawing", message);
