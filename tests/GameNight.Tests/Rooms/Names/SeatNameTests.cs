using GameNight.Rooms.Names;

namespace GameNight.Tests.Rooms.Names;

public sealed class SeatNameTests
{
    [Theory]
    [InlineData("Zoë", "Zoë")]
    [InlineData("  Anna \t Lee ", "Anna Lee")]
    [InlineData("Ｂｏｂ", "Bob")]
    [InlineData("𝓢𝓪𝓶", "Sam")]
    [InlineData("李小龍", "李小龍")]
    [InlineData("ﬁnn", "finn")]
    [InlineData("🦊", "🦊")]
    [InlineData("???", "???")]
    public void TryRead_AName_IsInPlainCharacters(string typed, string name)
    {
        Assert.True(SeatName.TryRead(typed, out var read, out var trouble), trouble);
        Assert.Equal((name, null), (read, trouble));
    }

    [Theory]
    [InlineData(null, "Write 1 to 20 characters.")]
    [InlineData("123456789012345678901", "That’s too long: a name has at most 20 characters.")]
    [InlineData("ﬃﬃﬃﬃﬃﬃﬃ", "That’s too long: a name has at most 20 characters.")]
    [InlineData("Ｏtter 3f2a", "That’s what guests are called. Choose another name.")]
    [InlineData("shit", "That’s not a name for a screen that everybody sees. Pick another one.")]
    public void TryRead_NoName_SaysWhatIsWrong(string? typed, string words)
    {
        Assert.False(SeatName.TryRead(typed, out var name, out var trouble));
        Assert.Equal(("", words), (name, trouble));
    }

    [Fact]
    public void TryRead_HalfASurrogatePair_IsRefused() => Assert.False(SeatName.TryRead("a\uD83D", out _, out _));
}
