using GameNight.Identity.Names;

namespace GameNight.Tests.Identity.Names;

public sealed class NicknameTests
{
    [Theory]
    [InlineData("Zoë", "Zoë")]
    [InlineData("  Anna \t Lee ", "Anna Lee")]
    [InlineData("<b>Bob</b>", "<b>Bob</b>")]
    [InlineData("李小龍", "李小龍")]
    [InlineData("👩‍👩‍👧‍👦 of 4", "👩‍👩‍👧‍👦 of 4")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    [InlineData("Otter", "Otter")]
    public void TryRead_VisibleCharacters_IsANickname(string typed, string name)
    {
        Assert.True(Nickname.TryRead(typed, out var read, out var trouble), trouble);
        Assert.Equal(name, read);
    }

    [Theory]
    [InlineData(null, "Write 1 to 20 characters.")]
    [InlineData(" \t ", "Write 1 to 20 characters.")]
    [InlineData("123456789012345678901", "That’s too long: a name has at most 20 characters.")]
    [InlineData("a\u0000b", "That name has characters nobody can see. Use letters, digits, signs or emoji.")]
    [InlineData("a\u202Eb", "That name has characters nobody can see. Use letters, digits, signs or emoji.")]
    [InlineData("\u200B", "That name has characters nobody can see. Use letters, digits, signs or emoji.")]
    [InlineData("\u0301", "That name has characters nobody can see. Use letters, digits, signs or emoji.")]
    [InlineData("a\uE000", "That name has characters nobody can see. Use letters, digits, signs or emoji.")]
    [InlineData("otter 3f2A", "That’s what guests are called. Choose another name.")]
    public void TryRead_InvalidText_SaysWhatIsWrong(string? typed, string words)
    {
        Assert.False(Nickname.TryRead(typed, out var name, out var trouble));
        Assert.Equal(("", words), (name, trouble));
    }

    [Fact]
    public void TryRead_LoneSurrogateOrTooManyAccents_IsRefused()
    {
        Assert.False(Nickname.TryRead("a\uD83D", out _, out _));
        Assert.False(Nickname.TryRead("a" + new string('\u0301', 80), out _, out _));
    }

    [Theory]
    [InlineData("3f2a9c24", "Otter 3f2a")]
    [InlineData("00000000", "Badger 0000")]
    [InlineData("nobody", "Guest nobody")]
    public void GuestName_OfAHandle_IsAlwaysTheSame(string handle, string name) =>
        Assert.Equal(name, GuestName.Of(handle));
}
