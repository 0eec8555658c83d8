namespace GameNight.Tests.Native;

/// <inheritdoc cref="XgbFactAttribute"/>
public sealed class XgbTheoryAttribute : TheoryAttribute
{
    public XgbTheoryAttribute() => Skip = XgbFactAttribute.Missing;
}
