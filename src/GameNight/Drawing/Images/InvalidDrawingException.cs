using GameNight.Http;

namespace GameNight.Drawing.Images;

/// <summary>The given data are not a valid drawing.</summary>
/// <param name="field">The path of the invalid part within the drawing, such as <c>strokes[1][0]</c>.</param>
/// <param name="message">What is wrong with it, as a sentence for the sender.</param>
public sealed class InvalidDrawingException(string field, string message)
    : ProblemException(StatusCodes.Status400BadRequest, title: null, message)
{
    /// <summary>The path of the invalid part within the drawing, such as <c>strokes[1][0]</c>.</summary>
    public override string Field { get; } = field;
}
