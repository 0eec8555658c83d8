using FsCheck.Fluent;
using GameNight.Rooms.Names;

namespace GameNight.Tests.Rooms.Names;

public sealed class RudeWordsTests
{
    private static readonly string[] Slurs = ["fuck", "nigger", "faggot", "cunt", "shit", "bitch", "kike", "tranny", "wanker", "retard"];

    private static readonly Dictionary<char, string> Disguises = new()
    {
        ['a'] = "4@а",
        ['e'] = "3€е",
        ['i'] = "1!|і",
        ['o'] = "0о",
        ['s'] = "5$ѕ",
        ['t'] = "7+т",
        ['g'] = "9",
        ['u'] = "υ",
        ['c'] = "с¢",
    };

    [Theory]
    [InlineData("Scunthorpe")]
    [InlineData("Dick")]
    [InlineData("Dick Van Dyke")]
    [InlineData("Cassandra")]
    [InlineData("Essex")]
    [InlineData("Sussex")]
    [InlineData("Cockburn")]
    [InlineData("Hancock")]
    [InlineData("Penistone")]
    [InlineData("Alan Cumming")]
    [InlineData("Rakshit")]
    [InlineData("Shital")]
    [InlineData("Siriporn")]
    [InlineData("Pornthip")]
    [InlineData("Nazim")]
    [InlineData("Ignazio")]
    [InlineData("Wankhede")]
    [InlineData("Slutsky")]
    [InlineData("Tiit Annus")]
    [InlineData("Analyst")]
    [InlineData("Therapist Tom")]
    [InlineData("Ana L")]
    [InlineData("Al An")]
    [InlineData("Cass Holeman")]
    [InlineData("Montenegro")]
    [InlineData("Nigel")]
    [InlineData("Nigeria")]
    [InlineData("Class of 99")]
    [InlineData("Assassin")]
    [InlineData("Grape")]
    [InlineData("Titus")]
    [InlineData("Matsushita")]
    [InlineData("Willie")]
    [InlineData("Randy")]
    [InlineData("Vlado")]
    [InlineData("Ngọc Bích")]
    [InlineData("Fanny")]
    [InlineData("Gay")]
    [InlineData("Player 455")]
    [InlineData("***Bob***")]
    [InlineData("Ann*")]
    [InlineData("Fu Chang")]
    [InlineData("Mr. T")]
    [InlineData("李小龍")]
    public void IsIn_AName_IsFalse(string name) => Assert.False(RudeWords.IsIn(name));

    [Theory]
    [InlineData("fuck")]
    [InlineData("FuckYou")]
    [InlineData("xXfuckXx")]
    [InlineData("f u c k")]
    [InlineData("f.u.c.k")]
    [InlineData("fu ck")]
    [InlineData("fuuuuck")]
    [InlineData("f*ck")]
    [InlineData("f**k")]
    [InlineData("fück")]
    [InlineData("ｆｕｃｋ")]
    [InlineData("𝓯𝓾𝓬𝓴")]
    [InlineData("🅵🆄🅲🅺")]
    [InlineData("🇫🇺🇨🇰")]
    [InlineData("f🔥u🔥c🔥k")]
    [InlineData("f\u200Du\u200Dc\u200Dk")]
    [InlineData("fυсk")]
    [InlineData("sh1t")]
    [InlineData("$h!t")]
    [InlineData("SHIIIT")]
    [InlineData("sh-it")]
    [InlineData("shit!")]
    [InlineData("shit123")]
    [InlineData("I am shit")]
    [InlineData("a$$")]
    [InlineData("@ss")]
    [InlineData("a55")]
    [InlineData("BigAss")]
    [InlineData("ass hole")]
    [InlineData("B1tch69")]
    [InlineData("n1gg3r")]
    [InlineData("N I G G E R")]
    [InlineData("nig ger")]
    [InlineData("niggaz")]
    [InlineData("Cunt")]
    [InlineData("Dickhead")]
    [InlineData("Cock")]
    [InlineData("Nazi")]
    [InlineData("Adolf Hitler")]
    [InlineData("white power")]
    [InlineData("puta")]
    [InlineData("Arschloch")]
    public void IsIn_ARudeName_IsTrue(string name) => Assert.True(RudeWords.IsIn(name));

    [Fact]
    public void IsIn_SlurInAnyDisguise_IsTrue() => Prop.ForAll(
        (from slur in Gen.Elements(Slurs)
         from dice in Gen.ArrayOf(Gen.Choose(0, 3), slur.Length)
         select string.Concat(slur.Zip(dice, Disguise))).ToArbitrary(),
        RudeWords.IsIn).Check();

    [Fact]
    public void IsIn_SlurBesideANameOrEmoji_IsTrue() => Prop.ForAll(
        (from slur in Gen.Elements(Slurs)
         from before in Gen.Elements("", "Tom ", "the ", "🦊", "x_", "Sir")
         from after in Gen.Elements("", " Tom", "!!!", "🦊", "_x", "99")
         select before + (before == "Sir" ? char.ToUpperInvariant(slur[0]) + slur[1..] : slur) + after).ToArbitrary(),
        RudeWords.IsIn).Check();

    private static char Disguise(char letter, int dice) =>
        Disguises.GetValueOrDefault(letter) is { } disguises && dice < disguises.Length ? disguises[dice]
        : dice == 3 ? char.ToUpperInvariant(letter)
        : letter;
}
