using GameNight.Http;

namespace GameNight.Drawing.Images;

/// <summary>What came in is no drawing: <see cref="Field"/> names the part, the message says what is wrong with it.</summary>
public sealed class InvalidDrawingException(string field, string message)
    : ProblemException(StatusCodes.Status400BadRequest, title: null, message)
{
    public override string Field { get; } = field;
}
