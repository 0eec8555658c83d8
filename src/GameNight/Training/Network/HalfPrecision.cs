using System.Numerics.Tensors;
using GameNight.Models;

namespace GameNight.Training.Network;

/// <summary>Numbers at half precision: 11 significant bits (IEEE 754 binary16), at most 65,504, in half of the memory.</summary>
internal static class HalfPrecision
{
    /// <exception cref="InvalidModelException">A number is too large, or no number: so is no feature of a network that works.</exception>
    public static Half[] ToHalf(this float[] numbers)
    {
        var halves = new Half[numbers.Length];
        TensorPrimitives.ConvertToHalf(numbers, halves);
        return TensorPrimitives.IsFiniteAll<Half>(halves)
            ? halves
            : throw new InvalidModelException($"A feature of the network is over {(float)Half.MaxValue:N0}, or no number.");
    }

    public static float[] ToSingle(this Half[] halves)
    {
        var numbers = new float[halves.Length];
        TensorPrimitives.ConvertToSingle(halves, numbers);
        return numbers;
    }
}
