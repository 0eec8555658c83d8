namespace GameNight.BrowserTests.Harness;

/// <summary>The tests that share a browser and a game.</summary>
[CollectionDefinition(Name)]
public sealed class SharedGameGroup : ICollectionFixture<SharedGame>
{
    public const string Name = "shared game";
}
