using Bunit;

namespace GameNight.Tests.Play.Rounds;

public sealed class ChallengeTests : PlayPageContext
{
    [Fact]
    public async Task Guess_TheAskedDigit_IsSavedWithOneClickAndPraised()
    {
        Remember("""{"Challenge":true,"Asked":3,"Streak":2,"BestStreak":2,"Drawn":5,"Recognised":4}""");
        var page = Open();
        Assert.Equal("Draw a 3!", page.Find("h1").TextContent);
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        Assert.Equal("Saved", Status(page));
        Assert.Equal("Yes, a 3! 3 in a row.", page.Find(".thanks").TextContent);
        Assert.Equal("6 drawn, 5 recognised", page.Find(".score").TextContent);
        Assert.Equal(["3", "3"], page.FindAll(".streak b").Select(number => number.TextContent));
        // The drawing of before is still on the pad.
        Assert.Matches("^Next up: an? [0-9]$", page.Find("h1").TextContent);
        Assert.NotEqual("Next up: a 3", page.Find("h1").TextContent);
        Assert.Single(page.FindAll(".celebration"));
        Assert.Equal(3, Assert.Single(await StoredAsync()).Label?.Digit);
    }

    [Fact]
    public async Task Guess_AnotherDigit_EndsTheStreakAndKeepsTheBest()
    {
        Remember("""{"Challenge":true,"Asked":7,"Streak":2,"BestStreak":4}""");
        var page = Open();
        await DrawAsync(page);
        await ClickAsync(page, "Guess");
        Assert.Equal("I took it for a 3. Your streak ends at 2.", page.Find(".thanks").TextContent);
        Assert.Equal(["0", "4"], page.FindAll(".streak b").Select(number => number.TextContent));
        Assert.Empty(page.FindAll(".celebration"));
        Assert.Equal(7, Assert.Single(await StoredAsync()).Label?.Digit);
    }

    [Fact]
    public void Challenge_TurnedOn_ClearsThePadAndAsksForADigit()
    {
        var page = Open();
        page.Find("input[role=switch]").Change(true);
        Assert.Matches("^Draw an? [0-9]!$", page.Find("h1").TextContent);
        Pad.VerifyInvoke("clear");
    }
}
