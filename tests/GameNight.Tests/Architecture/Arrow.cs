namespace GameNight.Tests.Architecture;

/// <summary>A dependency of a folder on another one.</summary>
/// <param name="From">The folder that mentions the other one.</param>
/// <param name="To">The folder that is mentioned.</param>
/// <param name="File">The file of the mention, relative to the project.</param>
/// <param name="Line">The line of the mention, from 1.</param>
/// <param name="Text">The text of the mention.</param>
internal sealed record Arrow(string From, string To, string File, int Line, string Text);
