using GameNight.Drawing.Images;

namespace GameNight.Drawing.Sending;

/// <summary>
/// A drawing as a call sent it: read while the body comes in, without arrays in between. What is wrong with it is told only when the call
/// gets to it, which knows its place among others.
/// </summary>
/// <param name="Drawing">Null where something is wrong.</param>
/// <param name="Problem">Null where nothing is.</param>
public sealed record Sent<T>(T? Drawing, InvalidDrawingException? Problem)
    where T : class
{
    /// <exception cref="InvalidDrawingException">The drawing is invalid.</exception>
    public T Require() => Drawing ?? throw Problem!;
}
