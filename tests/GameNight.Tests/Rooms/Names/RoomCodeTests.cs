using FsCheck.Fluent;
using GameNight.Rooms.Names;

namespace GameNight.Tests.Rooms.Names;

public sealed class RoomCodeTests
{
    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ";

    private static readonly string[] Slurs = ["FCK", "NGR", "KKK", "CNT", "SHT", "SS", "HH", "WTF"];

    [Fact]
    public void Next_AnyDice_IsACodeThatReadsAsItself() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var code = RoomCode.Next(new Random(seed));
        Assert.Equal(RoomCode.Length, code.Length);
        Assert.All(code, letter => Assert.Contains(letter, Letters));
        Assert.Equal(code, RoomCode.Read(code));
    }).Check();

    [Fact]
    public void Next_ManyTimes_HasAllLettersInAllPlacesAndNoSlurs()
    {
        var random = new Random(1);
        var codes = Enumerable.Range(0, 100_000).Select(_ => RoomCode.Next(random)).ToHashSet();
        Assert.InRange(codes.Count, 60_000, 80_000);
        Assert.All(
            Enumerable.Range(0, RoomCode.Length),
            place => Assert.Equal(Letters, string.Concat(codes.Select(code => code[place]).Distinct().Order())));
        Assert.DoesNotContain(codes, code => Slurs.Any(code.Contains));
    }

    [Theory]
    [InlineData("BCDF", "BCDF")]
    [InlineData(" zxwv ", "ZXWV")]
    [InlineData("bc-df", "BCDF")]
    [InlineData("B C\tD–F", "BCDF")]
    public void Read_AsItMayBeTyped_IsTheCode(string typed, string code) => Assert.Equal(code, RoomCode.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("BCD")]
    [InlineData("BCDFG")]
    [InlineData("BCDA")]
    [InlineData("BCDY")]
    [InlineData("BCD0")]
    [InlineData("BC.DF")]
    [InlineData("ВСDF")]
    [InlineData("BC\uD83D\uDE00")]
    public void Read_AnythingElse_IsNull(string? typed) => Assert.Null(RoomCode.Read(typed));

    [Fact]
    public void Read_AnyText_IsNullOrFourLetters() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        RoomCode.Read(text) is not { } code || (code.Length == RoomCode.Length && code.All(Letters.Contains))).Check();
}
