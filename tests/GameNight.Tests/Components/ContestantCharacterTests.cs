using GameNight.Components;
using GameNight.Recognition.Guessing;

namespace GameNight.Tests.Components;

public sealed class ContestantCharacterTests
{
    [Fact]
    public void Of_AShippedAlgorithm_LeadsWithItsOwnName()
    {
        var stencil = ContestantCharacter.Of("mnist-cnn", "MNIST CNN", "I am a convolutional network.");
        Assert.Equal(("Stencil", "MNIST CNN", "Stencil, MNIST CNN"), (stencil.Name, stencil.TechnicalName, stencil.BothNames));
        Assert.DoesNotContain("convolutional", stencil.Line, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AGuest_TakesNameAndLineFromItsManifest()
    {
        var guest = ContestantCharacter.Of("my-net", "My net", "I was trained elsewhere.");
        Assert.Equal(new ContestantCharacter("My net", TechnicalName: null, "I was trained elsewhere."), guest);
        Assert.Equal("My net", guest.BothNames);
    }

    [Fact]
    public void Of_EveryAlgorithmThatShips_HasALineAndANameOfItsOwn()
    {
        var characters = Contestants.Shipped.Select(id => ContestantCharacter.Of(id, $"the technical name of {id}")).ToList();
        // What the rookie says of itself depends on what it has learned.
        Assert.All(characters.Where((_, i) => Contestants.Shipped[i] != "rookie"), character => Assert.NotEmpty(character.Line));
        Assert.Distinct(characters.Select(character => character.Name));
        // The others say by their names what they are.
        Assert.Equal(["rookie", "personal", "committee"],
            Contestants.Shipped.Zip(characters).Where(pair => pair.Second.TechnicalName is null).Select(pair => pair.First));
    }
}
