namespace GameNight.Tests.Architecture;

/// <summary>A name in a source file.</summary>
/// <param name="Name">The name with dots, without type arguments.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">The text at that place.</param>
/// <param name="IsDirective">Whether it is in a using directive, which has the full name of a namespace or type.</param>
/// <param name="IsGlobal">
/// Whether it applies to all files in and below its folder, as in <c>global using</c> and <c>_Imports.razor</c>.
/// </param>
internal sealed record Mention(string Name, int Line, string Text, bool IsDirective, bool IsGlobal);
