namespace GameNight.Drawing.Images;

/// <summary>What came in is no drawing: <see cref="Field"/> names the part, the message says what is wrong with it.</summary>
public sealed class InvalidDrawingException(string field, string message) : Exception(message)
{
    public string Field { get; } = field;
}
