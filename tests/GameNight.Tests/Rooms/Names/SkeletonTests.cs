using FsCheck;
using FsCheck.Fluent;
using GameNight.Rooms.Names;

namespace GameNight.Tests.Rooms.Names;

public sealed class SkeletonTests
{
    // What people write their names with, on a keyboard or a phone.
    private static readonly string[] Signs =
    [
        .. "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -_.'!|$éßøŁαβγνωΑΓΝабвгпАБВ李が한א".Select(sign => $"{sign}"),
        "🦊", "🅰",
    ];

    private static readonly Arbitrary<string> AnyName = (
        from length in Gen.Choose(1, 12)
        from signs in Gen.ArrayOf(Gen.Elements(Signs), length)
        let text = string.Concat(signs)
        where SeatName.TryRead(text, out _, out _)
        select Read(text)).ToArbitrary();

    [Theory]
    [InlineData("Anna", "ANNA")]
    [InlineData("Zoë", "zoe")]
    [InlineData("Bob", "B o.b!")]
    [InlineData("Bob", "~*Bob*~")]
    [InlineData("Bob", "B0b")]
    [InlineData("Bill", "8ill", false)]
    [InlineData("Bill", "B1ll")]
    [InlineData("Bill", "BI||")]
    [InlineData("Paul", "Раul")]
    [InlineData("Nick", "Νick")]
    [InlineData("Steve", "Steνe")]
    [InlineData("ANNA", "ΑΝΝΑ")]
    [InlineData("Ελένη", "ΕΛΕΝΗ")]
    [InlineData("Юрий", "ЮРИИ")]
    [InlineData("Søren", "Soren")]
    [InlineData("Strauß", "STRAUSS")]
    [InlineData("Sam", "ꜱᴀᴍ")]
    [InlineData("Sam", "🆂🅰🅼")]
    [InlineData("Sam", "🇸🇦🇲")]
    [InlineData("Sam", "S\u200Da\uFE0Fm")]
    [InlineData("Anna", "Anne", false)]
    [InlineData("Sam", "Sam 🦊", false)]
    [InlineData("🦊", "🐻", false)]
    [InlineData("???", "!!!", false)]
    [InlineData("が", "か", false)]
    public void Skeleton_NamesThatLookAlike_IsTheSame(string one, string other, bool same = true) =>
        Assert.Equal(same, SeatName.Skeleton(one) == SeatName.Skeleton(other));

    [Fact]
    public void Skeleton_OfASkeleton_IsItself() => Prop.ForAll(AnyName, name =>
        SeatName.Skeleton(SeatName.Skeleton(name)) == SeatName.Skeleton(name)).Check();

    [Fact]
    public void Skeleton_AnyName_IsSomething() => Prop.ForAll(AnyName, name => SeatName.Skeleton(name).Length > 0).Check();

    [Fact]
    public void Skeleton_BlanksAndHyphensBetween_ChangeNothing() => Prop.ForAll(AnyName, name =>
        !name.Any(char.IsLetterOrDigit) || SeatName.Skeleton(string.Join(" - ", name.EnumerateRunes())) == SeatName.Skeleton(name)).Check();

    [Fact]
    public void Skeleton_CaseOfLatinLetters_ChangesNothing() => Prop.ForAll(AnyName, name =>
    {
        var latin = string.Concat(name.Where(char.IsAscii));
        return SeatName.Skeleton(latin.ToUpperInvariant()) == SeatName.Skeleton(latin.ToLowerInvariant());
    }).Check();

    private static string Read(string text) => SeatName.TryRead(text, out var name, out _) ? name : "";
}
